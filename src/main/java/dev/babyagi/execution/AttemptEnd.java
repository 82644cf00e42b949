package dev.babyagi.execution;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;

/**
 * How an attempt ended, as its thread reports it to the driver.
 *
 * @param outcome its outcome
 * @param usage what it used
 * @param artifact what it produced, or {@code null} unless it succeeded at a task
 * @param level how the artifact was checked, or {@code null} if there is none
 * @param answer the unchanged reply of the model, or {@code null}
 * @param reason why it did not succeed, safe to show, or {@code null}
 * @param resolvedInputs the inputs of a tool with references resolved, or {@code null}
 * @param recalled what it recalled
 */
public record AttemptEnd(AttemptOutcome outcome, ModelUsage usage, @Nullable Artifact artifact,
		@Nullable VerificationLevel level, @Nullable String answer, @Nullable String reason,
		@Nullable JsonNode resolvedInputs, RecalledMemories recalled) {

	/** An attempt that produced an artifact, which passed its check. */
	public static AttemptEnd produced(Artifact artifact, VerificationLevel level, @Nullable String answer,
			ModelUsage usage, @Nullable JsonNode resolvedInputs) {
		return new AttemptEnd(AttemptOutcome.SUCCEEDED, usage, artifact, level, answer, null, resolvedInputs,
				RecalledMemories.NONE);
	}

	/** An attempt that searched memory, which costs nothing. */
	public static AttemptEnd recalled(Artifact artifact, RecalledMemories recalled) {
		return new AttemptEnd(AttemptOutcome.SUCCEEDED, ModelUsage.NONE, artifact, VerificationLevel.NONE, null, null,
				null, recalled);
	}

	/**
	 * An attempt that brought a reply of the planner or the joiner, which is not checked
	 * yet.
	 */
	public static AttemptEnd replied(String answer, ModelUsage usage) {
		return new AttemptEnd(AttemptOutcome.SUCCEEDED, usage, null, null, answer, null, null, RecalledMemories.NONE);
	}

	/** An attempt that did not succeed. */
	public static AttemptEnd failed(AttemptOutcome outcome, String reason, @Nullable String answer, ModelUsage usage) {
		return new AttemptEnd(outcome, usage, null, null, answer, reason, null, RecalledMemories.NONE);
	}

	/**
	 * The end of an attempt with the given result of its model call. If other calls
	 * reached the endpoint meanwhile, it is not down, and the attempt counts as wrong.
	 */
	public static AttemptEnd of(ModelResult result) {
		return switch (result) {
			case ModelResult.Reply reply -> replied(reply.text(), reply.usage());
			case ModelResult.Unreachable it ->
				failed(it.othersSucceeded() ? AttemptOutcome.WRONG : AttemptOutcome.UNREACHABLE, it.reason(), null,
						it.usage());
			case ModelResult.Unusable it -> failed(AttemptOutcome.WRONG, it.reason(), null, it.usage());
			case ModelResult.Declined it -> failed(AttemptOutcome.DECLINED, it.reason(), null, it.usage());
			case ModelResult.Refused it -> failed(AttemptOutcome.REFUSED, it.reason(), null, it.usage());
			case ModelResult.Fatal it -> failed(AttemptOutcome.FATAL, it.reason() + ". " + it.cure(), null, it.usage());
			case ModelResult.OverBudget it ->
				failed(AttemptOutcome.OVER_BUDGET, "The budget does not cover the call", null, it.usage());
			case ModelResult.Cut it -> failed(AttemptOutcome.CUT, "The call was cut short", null, it.usage());
		};
	}

}
