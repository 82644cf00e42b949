package dev.babyagi.planning;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanJson;
import dev.babyagi.reply.ExactJson;

/**
 * Writes a plan as a planner would reply it: only the fields that a planner may write,
 * and those of a task that say more than the default.
 */
final class PlanReplyWriter {

	private static final List<String> FIELDS = List.of("requirements", "tasks", "final");

	private static final List<String> TASK_FIELDS = List.of("id", "title", "instruction", "assignment", "tool",
			"inputs", "dependsOn", "covers", "expect", "success", "effort", "timeout");

	private PlanReplyWriter() {
	}

	static ObjectNode write(Plan plan) {
		ObjectNode written = PlanJson.write(plan);
		ObjectNode reply = ExactJson.object();
		FIELDS.forEach((field) -> reply.set(field, written.path(field)));
		reply.putArray("tasks").addAll(written.path("tasks").valueStream().map(PlanReplyWriter::task).toList());
		return reply;
	}

	private static JsonNode task(JsonNode written) {
		ObjectNode task = ExactJson.object();
		TASK_FIELDS.stream()
			.filter((field) -> says(field, written.path(field)))
			.forEach((field) -> task.set(field,
					field.equals("expect") ? brief(written.path(field)) : written.path(field)));
		return task;
	}

	private static boolean says(String field, JsonNode value) {
		return switch (field) {
			case "success" -> !value.path("kind").asString("none").equals("none");
			case "effort" -> value.asString("low").equals("high");
			default -> !value.isNull() && !value.isMissingNode();
		};
	}

	/** Leaves out the fields of an object that are null. */
	private static JsonNode brief(JsonNode object) {
		ObjectNode brief = ExactJson.object();
		object.properties()
			.stream()
			.filter((field) -> !field.getValue().isNull())
			.forEach((field) -> brief.set(field.getKey(), field.getValue()));
		return brief;
	}

}
