package dev.babyagi.tuning.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.dataset.DatasetId;
import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.tuning.FineTuning;
import dev.babyagi.tuning.FineTunings;
import dev.babyagi.tuning.GateResult;
import dev.babyagi.tuning.PromotionState;
import dev.babyagi.tuning.TuningId;
import dev.babyagi.tuning.TuningState;

/**
 * A fine-tuning in the HTTP API.
 *
 * @param id its id
 * @param datasetId the dataset
 * @param baseModel the model that is trained
 * @param promptVariant the variant of the prompt that is tried instead
 * @param role the role that it is trained for
 * @param state how the job stands at the provider
 * @param reason why it is in its state
 * @param providerJobId the provider's id of the job
 * @param model the model that was trained
 * @param promotion whether that model serves objectives
 * @param trials how many calls the gate has made so far
 * @param gate what the gate has shown
 * @param route which objectives the model serves
 * @param createdAt when it was asked for
 * @param finishedAt when the job ended
 */
@Schema(name = "FineTuning")
record TuningView(@Schema(example = TuningView.EXAMPLE, pattern = TuningId.PATTERN) String id,
		@Schema(example = "dts_01M88EQ6FJEXDAV3FV4QHVJ051", pattern = DatasetId.PATTERN) String datasetId,
		@Nullable @Schema(example = "gpt-4.1-mini-2025-04-14") String baseModel,
		@Nullable @Schema(example = "planning/planner.brief") String promptVariant, DatasetRole role, TuningState state,
		@Nullable String reason, @Nullable String providerJobId, @Nullable String model, PromotionState promotion,
		@Schema(example = "400") int trials, @Nullable GateResult gate, RouteView route, Instant createdAt,
		@Nullable Instant finishedAt) {

	static final String EXAMPLE = "ftn_01M88EQ6FJEXDAV3FV4QHVJ051";

	static TuningView of(FineTuning tuning, FineTunings tunings) {
		return new TuningView(tuning.id().toString(), new DatasetId(tuning.datasetId()).toString(), tuning.baseModel(),
				tuning.promptVariant(), tuning.role(), tuning.state(), tuning.reason(), tuning.jobId(), tuning.model(),
				tuning.promotion(), tunings.trials(tuning), tuning.gate(), new RouteView(tuning.share()),
				tuning.createdAt(), tuning.finishedAt());
	}

	/**
	 * Which objectives a model serves.
	 *
	 * @param share the share of objectives, from 0 to 1
	 */
	@Schema(name = "ModelRoute")
	record RouteView(@Schema(example = "0.1") double share) {

	}

}
