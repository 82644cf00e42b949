package dev.babyagi.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dataset.DatasetManifest.File;
import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.memory.TextLikeness;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.redaction.Redaction;

/**
 * Builds datasets: reads all completed objectives, oldest first, a page at a time. After
 * a crash it begins again.
 */
@Component
class DatasetBuildHandler implements BackgroundHandler {

	private static final int PAGE = 20;

	/** Longer rows are left out: no model reads them, and no column holds them. */
	private static final int LONGEST = 900_000;

	private static final Logger log = LoggerFactory.getLogger(DatasetBuildHandler.class);

	private final DatasetEntities entities;

	private final DatasetRows rows;

	private final Objectives objectives;

	private final RowCollector collector;

	private final TextLikeness likeness;

	private final BackgroundWork work;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile boolean cut;

	DatasetBuildHandler(DatasetEntities entities, DatasetRows rows, Objectives objectives, RowCollector collector,
			TextLikeness likeness, BackgroundWork work, TransactionTemplate transaction, Clock clock) {
		this.entities = entities;
		this.rows = rows;
		this.objectives = objectives;
		this.collector = collector;
		this.likeness = likeness;
		this.work = work;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return Datasets.KIND;
	}

	@Override
	public WorkResult handle(UUID id) {
		Dataset dataset = this.entities.findById(id).orElse(null);
		if (dataset == null || dataset.state() != DatasetState.BUILDING) {
			return WorkResult.DONE;
		}
		this.transaction.executeWithoutResult((status) -> this.rows.eraseOf(id));
		Building building = new Building(dataset);
		@Nullable ObjectiveId last = null;
		do {
			if (this.cut) {
				return new WorkResult.Again(this.clock.instant());
			}
			last = page(building, last);
		}
		while (last != null);
		return finish(building);
	}

	@Override
	public void cut() {
		this.cut = true;
	}

	/** Adds the rows of one page of objectives, none of which can be erased meanwhile. */
	private @Nullable ObjectiveId page(Building building, @Nullable ObjectiveId after) {
		return this.transaction.execute((status) -> {
			List<ObjectiveId> page = this.objectives.completed(building.dataset.tenant(), after, PAGE);
			page.stream().flatMap((id) -> this.objectives.hold(id).stream()).forEach(building::add);
			return page.isEmpty() ? null : page.getLast();
		});
	}

	/** Sums up what was built; if a client has erased a part of it meanwhile, again. */
	private WorkResult finish(Building building) {
		UUID id = building.dataset.getId();
		while (true) {
			Dataset present = this.entities.findById(id).orElse(null);
			if (present == null) {
				this.transaction.executeWithoutResult((status) -> this.rows.eraseOf(id));
				return WorkResult.DONE;
			}
			DatasetManifest manifest = manifest(building);
			boolean empty = manifest.rows().values().stream().allMatch((rows) -> rows == 0);
			try {
				this.transaction.executeWithoutResult((status) -> {
					if (empty) {
						present.fail("No call was verified or corrected: give feedback on objectives first",
								this.clock.instant());
					}
					else {
						present.finish(manifest, this.clock.instant());
					}
					this.entities.save(present);
					this.work.end(Datasets.KIND, id);
				});
				return WorkResult.ENDED;
			}
			catch (ConcurrencyFailureException ex) {
				log.info("Dataset {} is summed up again, because a part of it was erased", present.id());
			}
		}
	}

	private DatasetManifest manifest(Building building) {
		Dataset dataset = building.dataset;
		List<File> files = new ArrayList<>();
		for (DatasetSplit split : DatasetSplit.values()) {
			for (RowForm form : RowForm.values()) {
				files.add(file(dataset, split, form));
			}
		}
		Map<String, Integer> rows = new TreeMap<>();
		dataset.roles()
			.forEach((role) -> rows.put(role.name().toLowerCase(Locale.ROOT), this.rows.count(dataset.getId(), role)));
		return new DatasetManifest(dataset.number(), files.getFirst().sha256(), this.rows.objectives(dataset.getId()),
				this.rows.families(dataset.getId()), rows, building.redacted, files);
	}

	private File file(Dataset dataset, DatasetSplit split, RowForm form) {
		MessageDigest digest = sha256();
		long[] sums = new long[2];
		this.rows.read(dataset.getId(), split, dataset.roles(), form, (line) -> {
			byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
			digest.update(bytes);
			sums[0]++;
			sums[1] += bytes.length;
		});
		return new File(split, form, (int) sums[0], sums[1], HexFormat.of().formatHex(digest.digest()));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has SHA-256", ex);
		}
	}

	/** A dataset while its rows are made. */
	private final class Building {

		private final Dataset dataset;

		private final FamilyIndex families;

		private final Set<UUID> lines = new HashSet<>();

		private final Map<String, Integer> redacted = new TreeMap<>();

		private int position;

		Building(Dataset dataset) {
			this.dataset = dataset;
			this.families = new FamilyIndex(DatasetBuildHandler.this.likeness);
		}

		void add(Objective objective) {
			if (!objective.tenant().equals(this.dataset.tenant())) {
				return;
			}
			for (TrainingRow row : rows(objective)) {
				if (this.dataset.roles().contains(row.role())) {
					add(objective, redacted(row));
				}
			}
		}

		/** An objective that cannot be read as it was written gives no rows. */
		private List<TrainingRow> rows(Objective objective) {
			try {
				return DatasetBuildHandler.this.collector.of(objective);
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				log.warn("Objective {} gives no training rows: {}", objective.id(), ex.getClass().getSimpleName());
				return List.of();
			}
		}

		private void add(Objective objective, TrainingRow row) {
			row.line(this.dataset.format(), RowForm.OPENAI)
				.filter((line) -> line.length() <= LONGEST)
				.filter(this::isNew)
				.ifPresent((line) -> {
					UUID family = this.families.of(objective.text());
					String other = row.line(this.dataset.format(), RowForm.TRL)
						.filter((trl) -> !trl.equals(line))
						.orElse(null);
					DatasetBuildHandler.this.rows.add(this.dataset.getId(), new DatasetRows.Row(this.position++,
							objective.id(), family, row.role(), DatasetSplit.of(family), line, other));
				});
		}

		private boolean isNew(String line) {
			return this.lines.add(UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8)));
		}

		private TrainingRow redacted(TrainingRow row) {
			String better = redacted(row.better());
			String worse = (row.worse() != null) ? redacted(row.worse()) : null;
			return new TrainingRow(row.role(), row.system(), redacted(row.user()), better,
					better.equals(worse) ? null : worse);
		}

		private String redacted(String text) {
			Redaction redaction = Redaction.of(text);
			redaction.found().forEach((kind, count) -> this.redacted.merge(kind, count, Integer::sum));
			return redaction.text();
		}

	}

}
