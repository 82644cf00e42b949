package dev.babyagi.learning.replay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.learning.LearningBudget;
import dev.babyagi.learning.ReplayRows;
import dev.babyagi.learning.ReplayRows.Outcome;
import dev.babyagi.learning.ReplayRows.Replay;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonArm;
import dev.babyagi.lesson.LessonSettings;
import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.lesson.PromptLesson;
import dev.babyagi.lesson.ReplayTally;
import dev.babyagi.operation.BackgroundCallRunner;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.OperationError;

/**
 * Replays the cases of a candidate, each with it and without it, and decides. What was
 * replayed is not replayed again, so that the work goes on after a crash.
 */
@Component
class ReplayHandler implements BackgroundHandler {

	private static final Logger log = LoggerFactory.getLogger(ReplayHandler.class);

	private final Lessons lessons;

	private final ReplayCases cases;

	private final ReplayRows rows;

	private final BackgroundCallRunner calls;

	private final LearningBudget budget;

	private final LessonSettings settings;

	private final BackgroundWork work;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReplayHandler(Lessons lessons, ReplayCases cases, ReplayRows rows, BackgroundCallRunner calls,
			LearningBudget budget, LessonSettings settings, BackgroundWork work, TransactionTemplate transaction,
			Clock clock) {
		this.lessons = lessons;
		this.cases = cases;
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
		Lesson lesson = this.lessons.find(id).orElse(null);
		if (lesson == null || lesson.state() != LessonState.CANDIDATE || !this.settings.enabled()) {
			return WorkResult.DONE;
		}
		List<ReplayCase> stored = this.cases.of(lesson);
		if (stored.size() < Admission.LEAST) {
			return WorkResult.DONE;
		}
		Map<Replay, Outcome> made = this.rows.of(lesson);
		for (ReplayCase one : stored) {
			for (LessonArm arm : LessonArm.values()) {
				if (!made.containsKey(new Replay(one.feedback().getId(), arm))) {
					Optional<Instant> again = replay(lesson, one, arm);
					if (again.isPresent()) {
						return new WorkResult.Again(again.get());
					}
				}
			}
		}
		return decide(lesson, stored);
	}

	private Optional<Instant> replay(Lesson lesson, ReplayCase one, LessonArm arm) {
		ModelRequest request = one.call().request((arm == LessonArm.WITH) ? PromptLesson.section(lesson.text()) : "");
		Replay replay = new Replay(one.feedback().getId(), arm);
		String key = lesson.getId() + " " + lesson.wording() + " " + one.feedback().getId() + " "
				+ one.feedback().version() + " " + arm;
		UUID callId = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
		CallRequest call = new CallRequest(callId, LearningBudget.REPLAY, lesson.tenant(), request,
				this.budget.ofToday(lesson.tenant()));
		return this.calls.run(call, new Replayed(lesson, one, replay));
	}

	private WorkResult decide(Lesson lesson, List<ReplayCase> stored) {
		Map<Replay, Outcome> made = this.rows.of(lesson);
		ReplayTally tally = ReplayTally.NONE;
		for (ReplayCase one : stored) {
			Outcome with = made.get(new Replay(one.feedback().getId(), LessonArm.WITH));
			Outcome without = made.get(new Replay(one.feedback().getId(), LessonArm.WITHOUT));
			if (with != null && without != null && with != Outcome.FAILED && without != Outcome.FAILED) {
				tally = tally.plus(with == Outcome.RIGHT, without == Outcome.RIGHT);
			}
		}
		ReplayTally shown = tally;
		this.transaction.executeWithoutResult((status) -> {
			this.lessons.find(lesson.getId())
				.filter((row) -> row.state() == LessonState.CANDIDATE && row.wording() == lesson.wording())
				.ifPresent((row) -> conclude(row, shown));
			this.work.end(ReplaySchedule.KIND, lesson.getId());
		});
		return WorkResult.ENDED;
	}

	private void conclude(Lesson lesson, ReplayTally tally) {
		this.lessons.replayed(lesson, tally);
		String why = "Of %d replays it won %d and lost %d".formatted(tally.pairs(), tally.wins(), tally.losses());
		switch (Admission.of(tally)) {
			case ADMIT -> {
				this.lessons.admit(lesson, why);
				log.info("Lesson {} is active: {}", lesson.id(), why);
			}
			case REFUSE -> {
				this.lessons.retire(lesson, "Refused: " + why);
				log.info("Lesson {} is refused: {}", lesson.id(), why);
			}
			case WAIT -> log.debug("Lesson {} stays a candidate: {}", lesson.id(), why);
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

		private void add(Outcome outcome) {
			ReplayHandler.this.rows.add(this.lesson, this.replay, outcome, ReplayHandler.this.clock.instant());
		}

		@Override
		public Optional<OperationError> unpaid(Instant renewedAt) {
			return Optional.empty();
		}

	}

}
