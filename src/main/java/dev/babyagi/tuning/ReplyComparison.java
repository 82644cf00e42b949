package dev.babyagi.tuning;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.learning.ExpectedAnswer;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson;
import dev.babyagi.reply.ReplyJson;

/**
 * Says whether a reply is as right as the one in a held-out row: a plan, if it has the
 * same kinds of tasks; any other reply, if it gives the same answer or uses the same tool
 * in the same way.
 */
final class ReplyComparison {

	private ReplyComparison() {
	}

	static boolean isRight(DatasetRole role, String expected, String reply) {
		if (role == DatasetRole.PLANNER) {
			Optional<JsonNode> wanted = document(expected);
			return wanted.isPresent()
					&& document(reply).map(ReplyComparison::shape).equals(wanted.map(ReplyComparison::shape));
		}
		return ExpectedAnswer.matches(answer(expected), answer(reply));
	}

	private static JsonNode shape(JsonNode plan) {
		ArrayNode shape = ExactJson.NODES.arrayNode();
		plan.path("tasks")
			.valueStream()
			.map((task) -> task.path("assignment").asString("") + " " + task.path("tool").asString(""))
			.sorted()
			.forEach(shape::add);
		return shape.add(plan.path("final").path("kind").asString(""));
	}

	private static String answer(String reply) {
		return document(reply).map((document) -> {
			JsonNode answer = document.has("answer") ? document.path("answer") : document.path("value");
			return (answer.isMissingNode() || answer.isNull()) ? document.toString() : DisplayValues.text(answer);
		}).orElse(reply);
	}

	private static Optional<JsonNode> document(String reply) {
		return ReplyJson.find(reply, JsonNode::isObject).map(LooseJson.Document::root);
	}

}
