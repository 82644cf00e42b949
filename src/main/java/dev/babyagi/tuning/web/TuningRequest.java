package dev.babyagi.tuning.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.dataset.DatasetId;
import dev.babyagi.dataset.DatasetRole;

/**
 * The body of a {@code POST} of a fine-tuning.
 *
 * @param datasetId the dataset
 * @param baseModel the model that is trained
 * @param promptVariant the variant of the prompt that is tried instead
 * @param role the role that it is for
 */
@Schema(name = "FineTuningRequest",
		description = "What is trained (baseModel) or tried without training (promptVariant): exactly one of them",
		example = """
				{"datasetId": "dts_01M88EQ6FJEXDAV3FV4QHVJ051", "baseModel": "gpt-4.1-mini-2025-04-14", "role": "executor"}""")
record TuningRequest(
		@NotBlank @Schema(description = "A dataset that is ready", pattern = DatasetId.PATTERN) String datasetId,
		@Nullable @Size(min = 1, max = 200) @Schema(description = "The model that is trained",
				example = "gpt-4.1-mini-2025-04-14") String baseModel,
		@Nullable @Size(min = 1, max = 64) @Schema(
				description = "A variant of a prompt of the role, of GET /v1/prompt-variants",
				example = "planning/planner.brief") String promptVariant,
		@NotNull @Schema(
				description = "The role whose rows it is trained with, and that it may serve") DatasetRole role) {

}
