package dev.babyagi.journey.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.plan.Task;

/**
 * A task and its task run.
 *
 * @param id unique within the objective
 * @param title a few words
 * @param instruction what to do
 * @param assignment who does it: think, tool or plan
 * @param tool the name of the tool, if one does it
 * @param inputs the tool's inputs as planned
 * @param resolvedInputs the inputs with references replaced by values
 * @param dependsOn the tasks it needs
 * @param parent the task it is a child of
 * @param revision the revision of the plan that added it
 * @param state its state
 * @param attempt the number of its present or last attempt, 0 before the first
 * @param verification how its artifact was checked
 * @param artifact what it produced
 * @param memories the ids of the memories that its last attempt was given or has found
 * @param usage what its attempts used
 * @param error why it has no artifact, if it failed
 * @param startedAt when its first attempt began
 * @param finishedAt when it ended
 */
@Schema(name = "Task")
record TaskView(@Schema(example = "t1") String id, @Schema(example = "Add") String title,
		@Schema(example = "Add 3 and 5") String instruction, @Schema(example = "tool") String assignment,
		@Nullable @Schema(example = "calculator") String tool, @Nullable JsonNode inputs,
		@Nullable JsonNode resolvedInputs, List<String> dependsOn, @Nullable String parent, int revision,
		TaskState state, int attempt, @Nullable VerificationView verification, @Nullable ArtifactView artifact,
		@Schema(example = "[\"mem_01M88EQ6FJEXDAV3FV4QHVJ051\"]") List<String> memories, TaskUsage usage,
		@Nullable String error, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

	static TaskView of(Task task, JsonNode planned, TaskRun run, List<String> memories, ModelUsage used) {
		JsonNode tool = planned.path("tool");
		JsonNode inputs = planned.path("inputs");
		return new TaskView(task.id(), task.title(), task.instruction(), planned.path("assignment").asString(),
				tool.isString() ? tool.stringValue() : null, inputs.isObject() ? inputs : null, run.resolvedInputs(),
				task.dependsOn(), task.parent(), run.revision(), run.state(), run.attempt(),
				VerificationView.of(run.verification()), ArtifactView.of(run.artifact()), memories,
				TaskUsage.of(run, used), run.error(), run.startedAt(), run.finishedAt());
	}

	/**
	 * How an artifact was checked.
	 *
	 * @param level the kind of check
	 * @param verdict {@code passed} or {@code unverified}
	 */
	@Schema(name = "Verification")
	record VerificationView(String level, String verdict) {

		static @Nullable VerificationView of(@Nullable VerificationLevel level) {
			return (level != null) ? new VerificationView(level.wireName(), level.verdict()) : null;
		}

	}

	/**
	 * What a task produced.
	 *
	 * @param type its type
	 * @param value its value
	 * @param text its value as text
	 */
	@Schema(name = "Artifact")
	record ArtifactView(Task.Expect.Type type, JsonNode value, String text) {

		static @Nullable ArtifactView of(@Nullable Artifact artifact) {
			return (artifact != null) ? new ArtifactView(artifact.type(), artifact.shown(), artifact.text()) : null;
		}

	}

	/**
	 * What the attempts of a task used.
	 *
	 * @param inputTokens tokens of prompts
	 * @param outputTokens tokens of replies
	 * @param costUsd US dollars
	 * @param latencyMs from the start of the first attempt to the end, in milliseconds
	 */
	@Schema(name = "TaskUsage")
	record TaskUsage(long inputTokens, long outputTokens, BigDecimal costUsd, @Nullable Long latencyMs) {

		static TaskUsage of(TaskRun run, ModelUsage used) {
			Instant startedAt = run.startedAt();
			Instant finishedAt = run.finishedAt();
			Long latency = (startedAt != null && finishedAt != null)
					? Duration.between(startedAt, finishedAt).toMillis() : null;
			return new TaskUsage(used.inputTokens(), used.outputTokens(), Money.shown(used.costUsd()), latency);
		}

	}

}
