package dev.babyagi.exemplar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

/**
 * The words and numbers of a plan as a planner replies it, apart from what only gives it
 * its form.
 */
final class PlanTexts {

	/** Fields whose values are names of the plan or words of its form. */
	private static final Set<String> FORM = Set.of("id", "assignment", "tool", "dependsOn", "covers", "kind", "type",
			"effort", "timeout", "title");

	private static final List<String> UNCOMPARED = List.of("title", "covers");

	private PlanTexts() {
	}

	/** The texts of a plan, titles apart, and its numbers as texts. */
	static List<String> of(JsonNode plan) {
		List<String> texts = new ArrayList<>();
		collect(plan, texts);
		return texts;
	}

	private static void collect(JsonNode node, List<String> texts) {
		if (node instanceof ObjectNode object) {
			object.properties()
				.stream()
				.filter((field) -> !FORM.contains(field.getKey()))
				.forEach((field) -> collect(field.getValue(), texts));
		}
		else if (node.isArray()) {
			node.forEach((item) -> collect(item, texts));
		}
		else if (node.isString() || node.isNumber()) {
			texts.add(node.asString());
		}
	}

	/** What a plan does, without the titles of its tasks and what they cover. */
	static JsonNode steps(JsonNode plan) {
		ObjectNode steps = ExactJson.object();
		ArrayNode tasks = steps.putArray("tasks");
		plan.path("tasks").forEach((task) -> tasks.add(((ObjectNode) task.deepCopy()).without(UNCOMPARED)));
		steps.set("final", plan.path("final"));
		return steps;
	}

	/** Returns a plan with changed texts, titles included, and changed numbers. */
	static JsonNode map(JsonNode node, UnaryOperator<String> change) {
		if (node instanceof ObjectNode object) {
			ObjectNode changed = ExactJson.object();
			object.properties()
				.forEach((field) -> changed.set(field.getKey(),
						keeps(field.getKey()) ? field.getValue() : map(field.getValue(), change)));
			return changed;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode changed = ExactJson.NODES.arrayNode();
			array.forEach((item) -> changed.add(map(item, change)));
			return changed;
		}
		return (node.isString() || node.isNumber()) ? text(node, change.apply(node.asString())) : node;
	}

	private static boolean keeps(String field) {
		return FORM.contains(field) && !field.equals("title");
	}

	/** A number stays one as long as its text is one. */
	private static JsonNode text(JsonNode before, String after) {
		if (before.isNumber()) {
			return ExactJson.document(after).filter(JsonNode::isNumber).orElseGet(() -> ExactJson.text(after));
		}
		return ExactJson.text(after);
	}

}
