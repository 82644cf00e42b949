package dev.babyagi.tuning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dataset.Dataset;
import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.dataset.DatasetState;
import dev.babyagi.dataset.Datasets;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.language.PromptVariant;
import dev.babyagi.objective.IdGenerator;

/**
 * The repository of fine-tunings. Every method that writes runs in the caller's
 * transaction.
 */
@Component
public class FineTunings {

	static final String KIND = "tune";

	private static final int UNAWAITED = 0;

	private final FineTuningRows rows;

	private final TuningTrials trials;

	private final Datasets datasets;

	private final TuningProvider provider;

	private final BackgroundWork work;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final IdGenerator ids;

	private final Clock clock;

	FineTunings(FineTuningRows rows, TuningTrials trials, Datasets datasets, TuningProvider provider,
			BackgroundWork work, EntityManager entities, ApplicationEventPublisher events, IdGenerator ids,
			Clock clock) {
		this.rows = rows;
		this.trials = trials;
		this.datasets = datasets;
		this.provider = provider;
		this.work = work;
		this.entities = entities;
		this.events = events;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Starts a fine-tuning, which goes on in the background. Without a provider it is
	 * unavailable at once.
	 * @throws TuningConflict if the dataset has nothing for the role
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public FineTuning start(String tenant, Dataset dataset, String baseModel, DatasetRole role) {
		check(dataset, role);
		Instant now = this.clock.instant();
		FineTuning tuning = new FineTuning(this.ids.next(), tenant, dataset.getId(), baseModel, role, now);
		if (this.provider.isConfigured()) {
			this.work.schedule(KIND, tuning.getId(), UNAWAITED, now);
		}
		else {
			tuning.end(TuningState.UNAVAILABLE, "There is no provider: set babyagi.fine-tuning.base-url", now);
		}
		this.entities.persist(tuning);
		return tuning;
	}

	/**
	 * Tries a variant of the prompt of a role on the held-out rows, in the background.
	 * @throws TuningConflict if the dataset has nothing for the role, or another variant
	 * of that prompt serves, beside which this one would not be tried
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public FineTuning tryVariant(String tenant, Dataset dataset, PromptVariant variant, DatasetRole role) {
		check(dataset, role);
		this.rows.serving()
			.stream()
			.filter((other) -> other.tenant().equals(tenant))
			.filter((other) -> String.valueOf(other.promptVariant()).startsWith(variant.prompt() + "."))
			.findFirst()
			.ifPresent((other) -> {
				throw new TuningConflict(
						"%s serves objectives: roll back %s first".formatted(other.promptVariant(), other.id()));
			});
		Instant now = this.clock.instant();
		FineTuning tuning = new FineTuning(this.ids.next(), tenant, dataset.getId(), null, role, now);
		tuning.vary(variant, now);
		this.work.schedule(KIND, tuning.getId(), UNAWAITED, now);
		this.entities.persist(tuning);
		return tuning;
	}

	private void check(Dataset dataset, DatasetRole role) {
		if (dataset.state() != DatasetState.READY) {
			throw new TuningConflict("The dataset is not ready: wait until it is built, or build the next version");
		}
		if (!dataset.roles().contains(role) || this.datasets.rows(dataset, role) == 0) {
			throw new TuningConflict("The dataset has no rows for this role");
		}
	}

	/**
	 * Cancels a job that has not ended, as soon as the provider can be told.
	 * @throws TuningConflict if it has ended
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void cancel(FineTuning tuning) {
		if (!tuning.state().isOpen()) {
			throw new TuningConflict("The job has ended");
		}
		tuning.wantCancel();
		this.work.wake();
	}

	/**
	 * Lets a model serve nobody any more.
	 * @throws TuningConflict if it serves nobody
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void rollBack(FineTuning tuning) {
		if (tuning.share() == 0) {
			throw new TuningConflict("The model serves nobody");
		}
		tuning.rollBack("Rolled back by hand");
		this.events.publishEvent(new RoutesChanged());
	}

	/** Finds a fine-tuning of a tenant. */
	public Optional<FineTuning> find(String tenant, UUID id) {
		return this.rows.findByIdAndTenant(id, tenant);
	}

	/**
	 * At most {@code limit} fine-tunings, newest first.
	 * @param beforeTime only those created before this, or then with a lower id, or
	 * {@code null}
	 * @param beforeId the id that goes with it
	 */
	public List<FineTuning> list(String tenant, @Nullable Instant beforeTime, @Nullable UUID beforeId, int limit) {
		return (beforeTime != null && beforeId != null)
				? this.rows.newestBefore(tenant, beforeTime, beforeId, Limit.of(limit))
				: this.rows.newest(tenant, Limit.of(limit));
	}

	/** How many calls the gate has made so far. */
	public int trials(FineTuning tuning) {
		return this.trials.count(tuning.getId());
	}

}
