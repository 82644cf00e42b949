package dev.babyagi.planning.draft;

import org.jspecify.annotations.Nullable;

/**
 * A fault that makes a plan invalid.
 *
 * @param taskId the task with the fault, or {@code null} for the plan as a whole
 * @param field the field with the fault
 * @param message what was found and what is wanted; the planner reads it
 */
public record PlanFault(@Nullable String taskId, String field, String message) {

	/** Returns the fault in one line. */
	public String line() {
		return ((this.taskId != null) ? this.taskId + ", " : "") + this.field + ": " + this.message;
	}

}
