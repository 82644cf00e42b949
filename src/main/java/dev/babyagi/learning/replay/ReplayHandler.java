package dev.babyagi.learning.replay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.ExperimentSettings;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.learning.LabelledRuns;
import dev.babyagi.learning.LearningBudget;
import dev.babyagi.learning.ReplayRows;
import dev.babyagi.learning.ReplayRows.Outcome;
import dev.babyagi.learning.ReplayRows.Replay;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.lesson.PromptLesson;
import dev.babyagi.lesson.ReplayTally;
import dev.babyagi.operation.BackgroundCallRunner;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.OperationError;

/**
 * Replays the cases of a candidate, the newest first, each with it and without it, until
 * that decides. What was replayed is not replayed again, so that the work goes on after a
 * crash; what was replayed without a lesson counts for other lessons too.
 */
@Component
class ReplayHandler implements BackgroundHandler {

	/** How long a replay without a lesson counts for other lessons as well. */
	private static final Duration BASELINE = Duration.ofDays(1);

	private static final Logger log = LoggerFactory.getLogger(ReplayHandler.class);

	private final Lessons lessons;

	private final ReplayCases cases;

	private final LabelledRuns labelled;

	private final ReplayRows rows;

	private final BackgroundCallRunner calls;

	private final LearningBudget budget;

	private final ExperimentSettings settings;

	private final BackgroundWork work;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReplayHandler(Lessons lessons, ReplayCases cases, LabelledRuns labelled, ReplayRows rows,
			BackgroundCallRunner calls, LearningBudget budget, ExperimentSettings settings, BackgroundWork work,
			TransactionTemplate transaction, Clock clock) {
		this.lessons = lessons;
		this.cases = cases;
		this.labelled = labelled;
		this.rows = rows;
		this.calls = calls;
		this.budget = budget;
		this.settings = settings;
		this.work = work;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return ReplaySchedule.KIND;
	}

	@Override
	public WorkResult handle(UUID id) {
		while (true) {
			Lesson lesson = this.lessons.find(id).orElse(null);
			if (lesson == null || lesson.state() != LessonState.CANDIDATE || !this.settings.enabled()) {
				return WorkResult.DONE;
			}
			List<ReplayCase> stored = this.cases.of(lesson);
			Map<Replay, Outcome> made = this.rows.of(lesson, ids(stored), this.clock.instant().minus(BASELINE));
			List<ReplayCase> open = stored.stream().filter((one) -> !isReplayed(one, made)).toList();
			boolean fresh = !open.isEmpty() && open.getFirst().equals(stored.getFirst());
			ReplayTally tally = tally(stored, made);
			int failed = stored.size() - open.size() - tally.pairs();
			Admission decision = Admission.of(tally, stored.size() - failed, open.size(), fresh);
			if (decision != Admission.GO_ON) {
				return end(lesson, stored, decision, tally);
			}
			Optional<Instant> again = replay(lesson, open.getFirst(), made);
			if (again.isPresent()) {
				return new WorkResult.Again(again.get());
			}
		}
	}

	private static boolean isReplayed(ReplayCase one, Map<Replay, Outcome> made) {
		return Stream.of(ExperimentArm.values())
			.allMatch((arm) -> made.containsKey(new Replay(one.feedback().getId(), arm)));
	}

	private Optional<Instant> replay(Lesson lesson, ReplayCase one, Map<Replay, Outcome> made) {
		return Stream.of(ExperimentArm.values())
			.filter((arm) -> !made.containsKey(new Replay(one.feedback().getId(), arm)))
			.map((arm) -> replay(lesson, one, arm))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<Instant> replay(Lesson lesson, ReplayCase one, ExperimentArm arm) {
		ModelRequest request = one.call()
			.request((arm == ExperimentArm.WITH) ? PromptLesson.section(lesson.text()) : "");
		Replay replay = new Replay(one.feedback().getId(), arm);
		String key = String.join(" ", lesson.id().toString(), Integer.toString(lesson.wording()), one.label(),
				arm.name());
		UUID callId = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
		CallRequest call = new CallRequest(callId, LearningBudget.REPLAY, lesson.tenant(), request,
				this.budget.ofToday(lesson.tenant()));
		return this.calls.run(call, new Replayed(lesson, one, replay));
	}

	private static ReplayTally tally(List<ReplayCase> stored, Map<Replay, Outcome> made) {
		ReplayTally tally = ReplayTally.NONE;
		for (ReplayCase one : stored) {
			Outcome with = made.get(new Replay(one.feedback().getId(), ExperimentArm.WITH));
			Outcome without = made.get(new Replay(one.feedback().getId(), ExperimentArm.WITHOUT));
			if (with != null && without != null && with != Outcome.FAILED && without != Outcome.FAILED) {
				tally = tally.plus(with == Outcome.RIGHT, without == Outcome.RIGHT);
			}
		}
		return tally;
	}

	/** Ends the work, unless there are other cases by now. */
	private WorkResult end(Lesson lesson, List<ReplayCase> seen, Admission decision, ReplayTally tally) {
		try {
			Boolean ended = this.transaction.execute((status) -> isEnded(lesson, seen, decision, tally));
			return Boolean.TRUE.equals(ended) ? WorkResult.ENDED : new WorkResult.Again(this.clock.instant());
		}
		catch (ConcurrencyFailureException ex) {
			log.debug("Lesson {} was changed while it was replayed", lesson.id());
			return new WorkResult.Again(this.clock.instant());
		}
	}

	private boolean isEnded(Lesson lesson, List<ReplayCase> seen, Admission decision, ReplayTally tally) {
		Lesson row = this.lessons.find(lesson.getId()).orElse(null);
		if (row != null && row.state() == LessonState.CANDIDATE) {
			if (row.wording() != lesson.wording() || !labels(this.cases.of(row)).equals(labels(seen))) {
				return false;
			}
			conclude(row, decision, tally);
		}
		this.work.end(ReplaySchedule.KIND, lesson.getId());
		return true;
	}

	private static List<String> labels(List<ReplayCase> cases) {
		return cases.stream().map(ReplayCase::label).toList();
	}

	private static List<UUID> ids(List<ReplayCase> cases) {
		return cases.stream().map((one) -> one.feedback().getId()).toList();
	}

	private void conclude(Lesson lesson, Admission decision, ReplayTally tally) {
		this.lessons.replayed(lesson, tally);
		String why = "Of %d replays it won %d and lost %d".formatted(tally.pairs(), tally.wins(), tally.losses());
		switch (decision) {
			case ADMIT -> {
				this.lessons.admit(lesson, why);
				log.info("Lesson {} is active: {}", lesson.id(), why);
			}
			case REFUSE -> {
				this.lessons.retire(lesson, "Refused: " + why);
				log.info("Lesson {} is refused: {}", lesson.id(), why);
			}
			case WAIT, GO_ON -> log.debug("Lesson {} stays a candidate: {}", lesson.id(), why);
		}
	}

	@Override
	public void cut() {
		this.calls.cut();
	}

	/** Stores what came of one replay. */
	private final class Replayed implements BackgroundCallRunner.CallEnd {

		private final Lesson lesson;

		private final ReplayCase replayed;

		private final Replay replay;

		Replayed(Lesson lesson, ReplayCase replayed, Replay replay) {
			this.lesson = lesson;
			this.replayed = replayed;
			this.replay = replay;
		}

		@Override
		public void replied(String reply) {
			add(this.replayed.outcome(reply));
		}

		@Override
		public void failed(OperationError error) {
			add(Outcome.FAILED);
		}

		/** Feedback that has changed meanwhile labels another answer. */
		private void add(Outcome outcome) {
			boolean same = ReplayHandler.this.labelled.find(this.replay.feedback())
				.filter((row) -> row.said().equals(this.replayed.feedback().said()))
				.isPresent();
			if (!same) {
				return;
			}
			ReplayHandler.this.rows.add(this.lesson, this.replay, outcome, ReplayHandler.this.clock.instant());
		}

		@Override
		public Optional<OperationError> unpaid(Instant renewedAt) {
			return Optional.empty();
		}

	}

}
