package dev.babyagi.learning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.exemplar.ExemplarUses;
import dev.babyagi.exemplar.Exemplars;
import dev.babyagi.lesson.LessonUses;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveState;

/**
 * Tells the lesson and the exemplar that an objective has used what feedback says of it,
 * and keeps its own plan as an exemplar as long as nobody says that the answer was wrong.
 */
@Component
class FeedbackLabels {

	private final FeedbackRows rows;

	private final LessonUses lessonUses;

	private final Lessons lessons;

	private final ExemplarUses exemplarUses;

	private final Exemplars exemplars;

	FeedbackLabels(FeedbackRows rows, LessonUses lessonUses, Lessons lessons, ExemplarUses exemplarUses,
			Exemplars exemplars) {
		this.rows = rows;
		this.lessonUses = lessonUses;
		this.lessons = lessons;
		this.exemplarUses = exemplarUses;
		this.exemplars = exemplars;
	}

	/**
	 * Applies all feedback on an objective that has ended, in the caller's transaction.
	 */
	void apply(PastRun run, Instant now) {
		ObjectiveId id = run.objective().id();
		FeedbackVerdict verdict = verdict(id);
		Boolean success = (verdict != null) ? verdict == FeedbackVerdict.SUCCESS : null;
		this.lessonUses.find(id).ifPresent((choice) -> {
			this.lessonUses.label(id, success, now);
			this.lessons.find(choice.lesson()).ifPresent(this.lessons::judge);
		});
		this.exemplarUses.find(id).ifPresent((use) -> {
			this.exemplarUses.label(id, success, now);
			this.exemplars.judge(use.exemplar());
		});
		if (isWorthKeeping(run, verdict)) {
			this.exemplars.offer(run.objective(), run.plan());
		}
		else {
			this.exemplars.withdraw(id);
		}
	}

	/** What is said of the objective counts, else what is said of its tasks together. */
	private @Nullable FeedbackVerdict verdict(ObjectiveId id) {
		List<ObjectiveFeedback> all = this.rows.findByObjectiveId(id.id());
		Optional<FeedbackVerdict> whole = all.stream()
			.filter((feedback) -> feedback.taskId() == null)
			.flatMap((feedback) -> Stream.ofNullable(feedback.verdict()))
			.findFirst();
		return whole.orElseGet(() -> all.stream()
			.flatMap((feedback) -> Stream.ofNullable(feedback.verdict()))
			.max(FeedbackVerdict::compareTo)
			.orElse(null));
	}

	private static boolean isWorthKeeping(PastRun run, @Nullable FeedbackVerdict verdict) {
		boolean right = (verdict != null) ? verdict == FeedbackVerdict.SUCCESS : run.execution().isCheckedByRules();
		return right && run.objective().state() == ObjectiveState.COMPLETED && !run.execution().isTainted();
	}

}
