package dev.babyagi.dataset;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.ObjectiveErased;

/**
 * The repository of datasets. Every method that writes runs in the caller's transaction.
 */
@Component
public class Datasets {

	static final String KIND = "dataset";

	private static final int UNAWAITED = 0;

	private final DatasetEntities entities;

	private final DatasetRows rows;

	private final BackgroundWork work;

	private final EntityManager session;

	private final IdGenerator ids;

	private final Clock clock;

	Datasets(DatasetEntities entities, DatasetRows rows, BackgroundWork work, EntityManager session, IdGenerator ids,
			Clock clock) {
		this.entities = entities;
		this.rows = rows;
		this.work = work;
		this.session = session;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Creates the next version, which is built in the background.
	 * @param roles whose calls become rows
	 * @throws org.springframework.dao.DataIntegrityViolationException if another one was
	 * created at the same time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Dataset create(String tenant, DatasetFormat format, List<DatasetRole> roles) {
		Instant now = this.clock.instant();
		Dataset dataset = new Dataset(this.ids.next(), tenant, this.entities.greatestNumber(tenant) + 1, format, roles,
				now);
		this.session.persist(dataset);
		this.entities.flush();
		this.work.schedule(KIND, dataset.getId(), UNAWAITED, now);
		return dataset;
	}

	/** Finds a dataset of a tenant. */
	public Optional<Dataset> find(String tenant, UUID id) {
		return this.entities.findByIdAndTenant(id, tenant);
	}

	/**
	 * At most {@code limit} datasets, newest first.
	 * @param beforeTime only those created before this, or then with a lower id, or
	 * {@code null}
	 * @param beforeId the id that goes with it
	 */
	public List<Dataset> list(String tenant, @Nullable Instant beforeTime, @Nullable UUID beforeId, int limit) {
		return (beforeTime != null && beforeId != null)
				? this.entities.newestBefore(tenant, beforeTime, beforeId, Limit.of(limit))
				: this.entities.newest(tenant, Limit.of(limit));
	}

	/** How many rows of a role there are, so far if it is being built. */
	public int rows(Dataset dataset, DatasetRole role) {
		return this.rows.count(dataset.getId(), role);
	}

	/**
	 * Gives each line of a file, without its end, a page at a time.
	 * @throws DatasetNotReady if it has no content that may be read
	 */
	public void read(Dataset dataset, DatasetSplit split, RowForm form, Consumer<String> line) {
		requireReady(dataset);
		this.rows.read(dataset.getId(), split, dataset.roles(), form, line);
	}

	/**
	 * Gives each line to train a role with, in OpenAI's form.
	 * @throws DatasetNotReady if it has no content that may be read
	 */
	public void readTraining(Dataset dataset, DatasetRole role, Consumer<String> line) {
		requireReady(dataset);
		this.rows.read(dataset.getId(), DatasetSplit.TRAIN, List.of(role), RowForm.OPENAI, line);
	}

	/**
	 * The first rows of a role that are held out.
	 * @throws DatasetNotReady if it has no content that may be read
	 */
	public List<HeldOutRow> heldOut(Dataset dataset, DatasetRole role, int limit) {
		requireReady(dataset);
		return this.rows.heldOut(dataset.getId(), role, limit);
	}

	/**
	 * The file of a dataset, as it is downloaded.
	 * @throws DatasetNotReady if it has no content that may be read
	 */
	public DatasetManifest.File file(Dataset dataset, DatasetSplit split, RowForm form) {
		return requireReady(dataset).files()
			.stream()
			.filter((file) -> file.split() == split && file.form() == form)
			.findFirst()
			.orElseThrow();
	}

	private static DatasetManifest requireReady(Dataset dataset) {
		DatasetManifest manifest = dataset.manifest();
		if (dataset.state() != DatasetState.READY || manifest == null) {
			throw new DatasetNotReady(dataset.state(), dataset.reason());
		}
		return manifest;
	}

	/** Erases a dataset and its rows. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(Dataset dataset) {
		this.rows.eraseOf(dataset.getId());
		this.entities.delete(dataset);
	}

	/**
	 * What a client erases is in no dataset any more. One that had it cannot be read from
	 * then on, since it is not what its manifest says.
	 */
	@EventListener
	void on(ObjectiveErased erased) {
		if (erased.cause() == ObjectiveErased.Cause.CLIENT) {
			this.rows.erase(erased.id())
				.stream()
				.flatMap((id) -> this.entities.findById(id).stream())
				.forEach((dataset) -> {
					this.session.lock(dataset, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
					if (dataset.state() == DatasetState.READY) {
						dataset.outdate();
					}
				});
		}
	}

}
