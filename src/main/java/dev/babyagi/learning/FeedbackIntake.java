package dev.babyagi.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.exemplar.ExemplarUses;
import dev.babyagi.lesson.LessonUses;
import dev.babyagi.lesson.TaughtLessons;
import dev.babyagi.memory.SecretLikeText;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.Objectives;
import dev.babyagi.redaction.SecretPatterns;

/**
 * Takes feedback: stores it, spreads it over what took part, labels what was used of that
 * which was learned, and schedules the reflection on it.
 */
@Component
public class FeedbackIntake {

	/** The kind of background work that reflects on feedback. */
	public static final String REFLECT = "reflect";

	/** The kind of background work that replays a lesson. */
	public static final String REPLAY = "replay";

	private static final int UNAWAITED = 0;

	private final FeedbackRows rows;

	private final Objectives objectives;

	private final PastRuns runs;

	private final LessonUses lessonUses;

	private final ExemplarUses exemplarUses;

	private final FeedbackLabels labels;

	private final TaughtLessons taught;

	private final ReplayRows replays;

	private final BackgroundWork work;

	private final EntityManager entities;

	private final IdGenerator ids;

	private final Clock clock;

	FeedbackIntake(FeedbackRows rows, Objectives objectives, PastRuns runs, LessonUses lessonUses,
			ExemplarUses exemplarUses, FeedbackLabels labels, TaughtLessons taught, ReplayRows replays,
			BackgroundWork work, EntityManager entities, IdGenerator ids, Clock clock) {
		this.rows = rows;
		this.objectives = objectives;
		this.runs = runs;
		this.lessonUses = lessonUses;
		this.exemplarUses = exemplarUses;
		this.labels = labels;
		this.taught = taught;
		this.replays = replays;
		this.work = work;
		this.entities = entities;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Takes feedback, in the caller's transaction. It takes the place of earlier feedback
	 * on the same, and what only that taught is retired.
	 * @param taskId the task it is on, or {@code null} for the objective
	 * @throws ObjectiveNotFound if the tenant has no such objective
	 * @throws ObjectiveNotEnded if the objective has not ended
	 * @throws TaskNotFound if the objective has no such task
	 * @throws SecretLikeText if it holds what looks like a secret
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Given give(String tenant, ObjectiveId id, @Nullable String taskId, FeedbackDraft draft) {
		Objective objective = ended(tenant, id);
		PastRun run = this.runs.of(objective);
		if (taskId != null && run.run(taskId).isEmpty()) {
			throw new TaskNotFound();
		}
		refuseSecrets(draft);
		FeedbackVerdict verdict = FeedbackVerdict.of(draft, run.answer(taskId));
		List<Attribution> shares = CreditAssignment.spread(run, taskId, verdict, this.lessonUses.find(id),
				this.exemplarUses.find(id));
		Instant now = this.clock.instant();
		ObjectiveFeedback there = this.rows.findByTarget(ObjectiveFeedback.target(id, taskId)).orElse(null);
		ObjectiveFeedback feedback = (there != null) ? there
				: new ObjectiveFeedback(this.ids.next(), tenant, id, taskId, now);
		if (there == null) {
			feedback.say(draft, verdict, shares, run.judged(taskId), now);
			this.entities.persist(feedback);
		}
		else if (!there.said().equals(draft)) {
			feedback.say(draft, verdict, shares, run.judged(taskId), now);
			this.taught.retract(feedback.getId());
			this.replays.eraseOf(feedback.getId());
		}
		else {
			return new Given(feedback, false);
		}
		this.rows.flush();
		this.labels.apply(run, now);
		this.work.scheduleIfAbsent(REFLECT, feedback.getId(), UNAWAITED, now);
		return new Given(feedback, there == null);
	}

	private Objective ended(String tenant, ObjectiveId id) {
		Objective objective = this.objectives.hold(id)
			.filter((found) -> found.tenant().equals(tenant))
			.orElseThrow(() -> new ObjectiveNotFound(id.toString()));
		if (!objective.state().isTerminal()) {
			throw new ObjectiveNotEnded();
		}
		return objective;
	}

	private static void refuseSecrets(FeedbackDraft draft) {
		Stream
			.concat(draft.labels().stream(),
					Stream.of(draft.comment(), draft.correction(), draft.expectedOutput())
						.filter((text) -> text != null))
			.flatMap((text) -> SecretPatterns.find(text).stream())
			.findFirst()
			.ifPresent((kind) -> {
				throw new SecretLikeText(kind);
			});
	}

	/**
	 * Takes feedback back, and retires what only it taught.
	 * @throws FeedbackNotFound if the objective has no such feedback
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBack(String tenant, ObjectiveId id, FeedbackId feedbackId) {
		Objective objective = ended(tenant, id);
		ObjectiveFeedback feedback = this.rows.findById(feedbackId.id())
			.filter((found) -> found.objectiveId().equals(id))
			.orElseThrow(FeedbackNotFound::new);
		this.rows.delete(feedback);
		this.rows.flush();
		this.taught.retract(feedback.getId());
		this.replays.eraseOf(feedback.getId());
		this.labels.apply(this.runs.of(objective), this.clock.instant());
	}

	/** The feedback on an objective and its tasks, oldest first. */
	public List<ObjectiveFeedback> list(String tenant, ObjectiveId id) {
		return this.rows.findByObjectiveIdAndTenantOrderByCreatedAt(id.id(), tenant);
	}

	/**
	 * Feedback that was taken.
	 *
	 * @param feedback the feedback
	 * @param created whether it is the first on its objective or task
	 */
	public record Given(ObjectiveFeedback feedback, boolean created) {

	}

}
