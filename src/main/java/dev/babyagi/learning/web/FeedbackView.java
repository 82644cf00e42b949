package dev.babyagi.learning.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.learning.Attribution;
import dev.babyagi.learning.FeedbackDraft;
import dev.babyagi.learning.FeedbackId;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.learning.ObjectiveFeedback;
import dev.babyagi.learning.ReflectionState;
import dev.babyagi.objective.ObjectiveId;

/**
 * Feedback in the HTTP API.
 *
 * @param id its id
 * @param objectiveId the objective
 * @param taskId the task it is on; {@code null} for the objective as a whole
 * @param rating from -1 (wrong) to 1 (right)
 * @param labels words of the client's own
 * @param comment what was good or bad about it
 * @param correction what should be done instead
 * @param expectedOutput the right answer
 * @param verdict whether the answer was right; {@code null} if it does not say
 * @param attribution what took part in the answer, with the share of the rating that goes
 * to each
 * @param reflection how the reflection on it stands
 * @param createdAt when it was first given
 * @param changedAt when it was given last
 */
@Schema(name = "Feedback")
record FeedbackView(@Schema(example = "fbk_01M88EQ6FJEXDAV3FV4QHVJ051", pattern = FeedbackId.PATTERN) String id,
		@Schema(example = "obj_01M88EQ6FJEXDAV3FV4QHVJ051", pattern = ObjectiveId.PATTERN) String objectiveId,
		@Nullable String taskId, @Nullable Double rating, List<String> labels, @Nullable String comment,
		@Nullable String correction, @Nullable String expectedOutput, @Nullable FeedbackVerdict verdict,
		List<Attribution> attribution, Reflection reflection, Instant createdAt, Instant changedAt) {

	static FeedbackView of(ObjectiveFeedback feedback) {
		FeedbackDraft said = feedback.said();
		return new FeedbackView(feedback.id().toString(), feedback.objectiveId().toString(), feedback.taskId(),
				said.rating(), said.labels(), said.comment(), said.correction(), said.expectedOutput(),
				feedback.verdict(), feedback.attribution(),
				new Reflection(feedback.reflection(), feedback.proposed(), feedback.reflectionNote()),
				feedback.createdAt(), feedback.changedAt());
	}

	/**
	 * How the reflection on feedback stands.
	 *
	 * @param state whether it waits, has ended, or is refused
	 * @param proposed how many lessons it proposed
	 * @param note why there are none, or fewer
	 */
	@Schema(name = "Reflection")
	record Reflection(ReflectionState state, @Schema(example = "1") int proposed, @Nullable String note) {

	}

}
