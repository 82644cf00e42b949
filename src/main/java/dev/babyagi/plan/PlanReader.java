package dev.babyagi.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;

/**
 * Reads plans that {@link PlanWriter} wrote, and nothing else. It corrects nothing.
 */
final class PlanReader {

	private PlanReader() {
	}

	static Plan plan(JsonNode json) {
		return new Plan(required(json, "revision").asInt(), constant(Origin.class, text(json, "origin")),
				optionalText(json, "thought"), requirements(json.path("requirements")), tasks(required(json, "tasks")),
				conclusion(required(json, "final")), childConclusions(json.path("childFinals")));
	}

	private static List<Requirement> requirements(JsonNode json) {
		List<Requirement> requirements = new ArrayList<>();
		json.forEach((entry) -> requirements.add(new Requirement(text(entry, "id"), text(entry, "text"))));
		return requirements;
	}

	private static List<Task> tasks(JsonNode json) {
		List<Task> tasks = new ArrayList<>();
		json.forEach((entry) -> tasks.add(task(entry)));
		return tasks;
	}

	private static Task task(JsonNode json) {
		String timeout = optionalText(json, "timeout");
		return new Task(text(json, "id"), text(json, "title"), text(json, "instruction"), assignment(json),
				strings(json.path("dependsOn")), strings(json.path("covers")), expect(json.path("expect")),
				success(json.path("success")), json.path("sideEffect").asBoolean(false),
				constant(Effort.class, json.path("effort").asString("low")),
				(timeout != null) ? Duration.parse(timeout) : null, optionalText(json, "parent"));
	}

	private static Assignment assignment(JsonNode json) {
		return switch (text(json, "assignment")) {
			case "think" -> new Assignment.Think();
			case "recall" -> new Assignment.Recall();
			case "plan" -> new Assignment.SubPlan();
			case "tool" -> new Assignment.UseTool(text(json, "tool"), (ObjectNode) required(json, "inputs"));
			case String other -> throw new IllegalArgumentException("'" + other + "' is not an assignment");
		};
	}

	private static Expect expect(JsonNode json) {
		JsonNode maxChars = json.path("maxChars");
		return new Expect(constant(Expect.Type.class, json.path("type").asString("text")), optional(json, "schema"),
				optionalText(json, "unit"), maxChars.isNumber() ? maxChars.asInt() : null);
	}

	private static Success success(JsonNode json) {
		return new Success(constant(Success.Kind.class, json.path("kind").asString("none")), optional(json, "arg"));
	}

	private static Conclusion conclusion(JsonNode json) {
		return switch (text(json, "kind")) {
			case "reference" -> new Conclusion.Reference(text(json, "value"));
			case "template" -> new Conclusion.Template(text(json, "value"));
			case "synthesize" -> new Conclusion.Synthesize(text(json, "instruction"));
			case String other -> throw new IllegalArgumentException("'" + other + "' is not a kind of final");
		};
	}

	private static Map<String, Conclusion> childConclusions(JsonNode json) {
		Map<String, Conclusion> conclusions = new LinkedHashMap<>();
		json.forEachEntry((parent, conclusion) -> conclusions.put(parent, conclusion(conclusion)));
		return conclusions;
	}

	private static List<String> strings(JsonNode json) {
		List<String> strings = new ArrayList<>();
		json.forEach((entry) -> strings.add(entry.stringValue()));
		return strings;
	}

	private static JsonNode required(JsonNode json, String field) {
		JsonNode value = optional(json, field);
		if (value == null) {
			throw new IllegalArgumentException("A plan needs the field '" + field + "'");
		}
		return value;
	}

	private static String text(JsonNode json, String field) {
		JsonNode value = required(json, field);
		if (!value.isString()) {
			throw new IllegalArgumentException("The field '" + field + "' of a plan must be a text");
		}
		return value.stringValue();
	}

	private static @Nullable JsonNode optional(JsonNode json, String field) {
		JsonNode value = json.path(field);
		return (value.isMissingNode() || value.isNull()) ? null : value;
	}

	private static @Nullable String optionalText(JsonNode json, String field) {
		JsonNode value = optional(json, field);
		return (value != null) ? value.asString() : null;
	}

	private static <E extends Enum<E>> E constant(Class<E> type, String word) {
		return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
	}

}
