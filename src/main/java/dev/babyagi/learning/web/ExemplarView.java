package dev.babyagi.learning.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

import dev.babyagi.exemplar.Exemplar;
import dev.babyagi.exemplar.ExemplarId;
import dev.babyagi.exemplar.Exemplars;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.reply.ExactJson;

/**
 * A plan that worked, in the HTTP API.
 *
 * @param id its id
 * @param objectiveId the objective whose plan it was
 * @param objective the text of that objective
 * @param plan the plan, as a planner would reply it
 * @param confirmed whether another objective that differs in literals alone had the same
 * plan
 * @param uses objectives that got it
 * @param reuses those of them that took its plan without a planner
 * @param createdAt when it was kept
 */
@Schema(name = "Exemplar")
record ExemplarView(@Schema(example = ExemplarView.EXAMPLE, pattern = ExemplarId.PATTERN) String id,
		@Schema(example = "obj_01M88EQ6FJEXDAV3FV4QHVJ051", pattern = ObjectiveId.PATTERN) String objectiveId,
		@Schema(example = "Compare the mean of 3 and 5 with that of 4 and 9") String objective, JsonNode plan,
		boolean confirmed, @Schema(example = "12") int uses, @Schema(example = "10") int reuses, Instant createdAt) {

	static final String EXAMPLE = "exm_01M88EQ6FJEXDAV3FV4QHVJ051";

	static ExemplarView of(Exemplar exemplar, Exemplars exemplars) {
		MeasuredEffect.Arm with = exemplars.effect(exemplar).with();
		return new ExemplarView(exemplar.id().toString(), exemplar.objectiveId().toString(), exemplar.objective(),
				ExactJson.read(exemplar.plan()), exemplar.isConfirmed(), with.runs() + with.unlabelled(),
				exemplars.reuses(exemplar), exemplar.createdAt());
	}

}
