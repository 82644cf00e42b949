package dev.babyagi.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dataset.Dataset;
import dev.babyagi.dataset.DatasetFormat;
import dev.babyagi.dataset.DatasetNotReady;
import dev.babyagi.dataset.Datasets;
import dev.babyagi.dataset.HeldOutRow;
import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.WorkResult;

/**
 * Carries a fine-tuning on, a step at a time, each committed before the next: upload the
 * rows, create the job, wait for the model, try it on what is held out, and let it serve
 * a growing share of the objectives.
 */
@Component
class TuningHandler implements BackgroundHandler {

	private static final List<Double> SHARES = List.of(0.1, 0.5, 1.0);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private static final Duration LONGEST_ABSENCE = Duration.ofDays(1);

	/** More rows would show little more. */
	private static final int MOST_ROWS = 2 * GateResult.LEAST_PAIRS;

	/** So many are read, since some may be no use for the variant of a prompt. */
	private static final int MOST_READ = 10 * MOST_ROWS;

	private static final Logger log = LoggerFactory.getLogger(TuningHandler.class);

	private final FineTuningRows rows;

	private final Datasets datasets;

	private final TuningProvider provider;

	private final TuningTrials trials;

	private final CanaryWatch canary;

	private final TuningSettings settings;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile boolean cut;

	TuningHandler(FineTuningRows rows, Datasets datasets, TuningProvider provider, TuningTrials trials,
			CanaryWatch canary, TuningSettings settings, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.rows = rows;
		this.datasets = datasets;
		this.provider = provider;
		this.trials = trials;
		this.canary = canary;
		this.settings = settings;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return FineTunings.KIND;
	}

	@Override
	public WorkResult handle(UUID id) {
		while (!this.cut) {
			FineTuning tuning = this.rows.findById(id).orElse(null);
			Optional<WorkResult> result = (tuning != null) ? step(tuning) : Optional.of(WorkResult.DONE);
			if (result.isPresent()) {
				return result.get();
			}
		}
		return new WorkResult.Again(this.clock.instant());
	}

	@Override
	public void cut() {
		this.cut = true;
		this.trials.cut();
	}

	/** Makes the next step; nothing if another one can follow at once. */
	private Optional<WorkResult> step(FineTuning tuning) {
		try {
			return switch (tuning.state()) {
				case UPLOADING, RUNNING -> atProvider(tuning);
				case SUCCEEDED -> afterwards(tuning);
				case FAILED, CANCELED, UNAVAILABLE -> Optional.of(WorkResult.DONE);
			};
		}
		catch (ProviderFault ex) {
			return fault(tuning, ex);
		}
		catch (DatasetNotReady ex) {
			change(tuning, (present) -> end(present, String.valueOf(ex.getMessage())));
			return Optional.empty();
		}
	}

	private void end(FineTuning tuning, String reason) {
		if (tuning.state().isOpen()) {
			tuning.end(TuningState.FAILED, reason, this.clock.instant());
		}
		else {
			tuning.judged(GateResult.refused(0, reason));
		}
	}

	private Optional<WorkResult> fault(FineTuning tuning, ProviderFault fault) {
		String why = String.valueOf(fault.getMessage());
		Instant now = this.clock.instant();
		log.warn("Fine-tuning {}: {}", tuning.id(), why);
		switch (fault.kind()) {
			case ABSENT -> change(tuning, (present) -> present.end(TuningState.UNAVAILABLE, why, now));
			case REFUSED -> change(tuning, (present) -> present.end(TuningState.FAILED, why, now));
			case PASSING -> {
				change(tuning, (present) -> present.failedOnce(why));
				return Optional.of(new WorkResult.Again(now.plus(pause(tuning.tries()))));
			}
		}
		return Optional.empty();
	}

	/** One second after the first fault, then twice as long after each. */
	private static Duration pause(int tries) {
		Duration pause = Duration.ofSeconds(1L << Math.min(tries, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	// -- at the provider

	private Optional<WorkResult> atProvider(FineTuning tuning) {
		String file = tuning.fileId();
		String job = tuning.jobId();
		if (tuning.isCancelWanted() && !tuning.isCreating()) {
			change(tuning, (present) -> present.end(TuningState.CANCELED, "It was canceled", this.clock.instant()));
		}
		else if (file == null) {
			String uploaded = upload(tuning);
			change(tuning, (present) -> present.uploaded(uploaded));
		}
		else if (job == null) {
			ProviderJob made = create(tuning, file);
			change(tuning, (present) -> present.created(made.id()));
		}
		else {
			return look(tuning, job);
		}
		return Optional.empty();
	}

	private String upload(FineTuning tuning) {
		try {
			Path file = Files.createTempFile("training", ".jsonl");
			try {
				write(tuning, file);
				return this.provider.upload(file, tuning.id() + ".jsonl");
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(FineTuning tuning, Path file) throws IOException {
		try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			this.datasets.readTraining(dataset(tuning), tuning.role(), (line) -> {
				try {
					writer.write(line);
					writer.write('\n');
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	/**
	 * Creates the job, unless an earlier try may have created it, whose answer was lost
	 * with its process: then it is looked for first.
	 */
	private ProviderJob create(FineTuning tuning, String file) {
		String suffix = tuning.id().suffix();
		if (tuning.isCreating()) {
			Optional<ProviderJob> there = this.provider.find(suffix, file);
			if (there.isPresent()) {
				return there.get();
			}
		}
		change(tuning, FineTuning::creating);
		boolean preference = dataset(tuning).format() == DatasetFormat.PREFERENCE;
		return this.provider.create(Objects.requireNonNull(tuning.baseModel()), file, suffix, preference);
	}

	private Optional<WorkResult> look(FineTuning tuning, String id) {
		ProviderJob job = this.provider.look(id);
		if (job.status() == ProviderJob.Status.RUNNING && tuning.isCancelWanted()) {
			this.provider.cancel(id);
			job = this.provider.look(id);
		}
		String error = job.error();
		Instant now = this.clock.instant();
		String model = job.model();
		switch (job.status()) {
			case RUNNING -> {
				change(tuning, FineTuning::succeededOnce);
				return Optional.of(new WorkResult.Again(now.plus(this.settings.poll())));
			}
			case SUCCEEDED -> change(tuning, (present) -> {
				if (model != null) {
					present.trained(model, now);
				}
				else {
					present.end(TuningState.FAILED, "The provider names no model", now);
				}
			});
			case FAILED -> change(tuning,
					(present) -> present.end(TuningState.FAILED, "The provider failed" + because(error), now));
			case CANCELED -> change(tuning, (present) -> present.end(TuningState.CANCELED, "It was canceled", now));
		}
		return Optional.empty();
	}

	private static String because(@Nullable String error) {
		return (error != null) ? ": " + error.substring(0, Math.min(error.length(), 500)) : "";
	}

	// -- afterwards

	private Optional<WorkResult> afterwards(FineTuning tuning) {
		return switch (tuning.promotion()) {
			case GATE, CANARY -> isAbsent(tuning) ? absent(tuning) : onTrial(tuning);
			case WAITING, REFUSED, SERVING, ROLLED_BACK -> Optional.of(WorkResult.DONE);
		};
	}

	private Optional<WorkResult> onTrial(FineTuning tuning) {
		return (tuning.promotion() == PromotionState.GATE) ? atGate(tuning) : asCanary(tuning);
	}

	/** Whether this replica has not the variant in the words that went to the gate. */
	private boolean isAbsent(FineTuning tuning) {
		return tuning.promptVariant() != null && this.trials.variant(tuning).isEmpty();
	}

	/** Waits a day, in which other replicas may have it or settings may come. */
	private Optional<WorkResult> absent(FineTuning tuning) {
		Instant now = this.clock.instant();
		Instant since = Objects.requireNonNullElse(tuning.stageSince(), tuning.createdAt());
		if (now.isBefore(since.plus(LONGEST_ABSENCE))) {
			return Optional.of(new WorkResult.Again(now.plus(LONGEST_PAUSE)));
		}
		log.warn("Fine-tuning {} ends: there is no variant {} with the text that went to the gate", tuning.id(),
				tuning.promptVariant());
		String why = "There is no variant any more with the text that went to the gate";
		change(tuning, (present) -> {
			if (present.promotion() == PromotionState.GATE) {
				present.judged(GateResult.refused(0, why));
			}
			else {
				present.rollBack(why);
			}
		});
		return Optional.empty();
	}

	private Optional<WorkResult> atGate(FineTuning tuning) {
		int most = (tuning.promptVariant() != null) ? MOST_READ : MOST_ROWS;
		List<HeldOutRow> held = this.trials.fitting(tuning, this.datasets.heldOut(dataset(tuning), tuning.role(), most))
			.stream()
			.limit(MOST_ROWS)
			.toList();
		Instant now = this.clock.instant();
		if (held.size() < GateResult.LEAST_PAIRS) {
			change(tuning,
					(present) -> present.judged(GateResult.refused(held.size(), GateResult.tooFew(held.size()))));
			return Optional.empty();
		}
		Optional<Instant> later = this.trials.make(tuning, presentModel(tuning), held, () -> this.cut, now);
		if (later.isPresent()) {
			return later.map(WorkResult.Again::new);
		}
		GateResult result = GateResult.of(this.trials.pairs(tuning, held));
		change(tuning, (present) -> {
			if (result.passed()) {
				present.serve(result, SHARES.getFirst(), this.clock.instant());
			}
			else {
				present.judged(result);
			}
		});
		return Optional.empty();
	}

	/**
	 * The trained model that serves the role now, or {@code null} for the configured one.
	 */
	private @Nullable String presentModel(FineTuning tuning) {
		return this.rows.serving()
			.stream()
			.filter((other) -> other.role() == tuning.role() && other.tenant().equals(tuning.tenant()))
			.filter((other) -> other.promotion() == PromotionState.SERVING)
			.map(FineTuning::model)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private Optional<WorkResult> asCanary(FineTuning tuning) {
		Instant now = this.clock.instant();
		switch (this.canary.look(tuning)) {
			case WAIT -> {
				return Optional.of(new WorkResult.Again(now.plus(this.settings.poll())));
			}
			case WIDEN -> change(tuning, (present) -> present.widen(next(present.share()), now));
			case ROLL_BACK -> change(tuning, (present) -> present
				.rollBack("Of the objectives that it served, fewer ended well than of the others"));
		}
		return Optional.empty();
	}

	private static double next(double share) {
		return SHARES.stream().filter((other) -> other > share).findFirst().orElse(1.0);
	}

	private Dataset dataset(FineTuning tuning) {
		return this.datasets.find(tuning.tenant(), tuning.datasetId())
			.orElseThrow(() -> new ProviderFault(ProviderFault.Kind.REFUSED, "The dataset was deleted"));
	}

	/** Changes the row, if it is as it was read. */
	private void change(FineTuning tuning, Consumer<FineTuning> change) {
		this.transaction.executeWithoutResult((status) -> this.rows.findById(tuning.getId()).ifPresent((present) -> {
			double before = present.share();
			change.accept(present);
			if (present.share() != before) {
				this.events.publishEvent(new RoutesChanged());
			}
		}));
	}

}
