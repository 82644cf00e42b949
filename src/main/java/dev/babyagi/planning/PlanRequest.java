package dev.babyagi.planning;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.tool.ToolPermission;

/**
 * The request for a plan: an objective and what it may use.
 *
 * @param objective the objective in its author's words; untrusted
 * @param mode whether it is planned
 * @param outputSchema the JSON Schema of the answer, or {@code null} for any text
 * @param tools the tools that a plan may use
 * @param maxModelTasks the most tasks in one reply of the planner
 * @param maxTasks the most tasks of the objective, including children and finished tasks
 * @param contextTokens the window that the planner's prompts are cut to, in tokens
 * @param remaining what is left of the budget
 * @param background what was said and remembered before, as one section of a prompt, or
 * an empty text
 * @param recalls whether a plan may have tasks that search memory
 */
public record PlanRequest(String objective, PlanningMode mode, @Nullable JsonNode outputSchema, ToolPermission tools,
		int maxModelTasks, int maxTasks, int contextTokens, Budget remaining, String background, boolean recalls) {

	/**
	 * Adds what was said and remembered before.
	 * @param section a section of the prompt, or an empty text
	 * @param mayRecall whether a plan may have tasks that search memory
	 */
	public PlanRequest withBackground(String section, boolean mayRecall) {
		return new PlanRequest(this.objective, this.mode, this.outputSchema, this.tools, this.maxModelTasks,
				this.maxTasks, this.contextTokens, this.remaining, section, mayRecall);
	}

	/** A request without anything remembered. */
	public PlanRequest(String objective, PlanningMode mode, @Nullable JsonNode outputSchema, ToolPermission tools,
			int maxModelTasks, int maxTasks, int contextTokens, Budget remaining) {
		this(objective, mode, outputSchema, tools, maxModelTasks, maxTasks, contextTokens, remaining, "", false);
	}

}
