package dev.babyagi.journey;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

/**
 * Plans one kind of objective, from the numbers and names that it reads in the prompt:
 * counts at two places, whose larger mean is wanted. Every task is one for the
 * calculator, so that the service checks them all.
 */
public final class SurveyPlanner implements ResponseScript {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern OBJECTIVE = Pattern
		.compile("(\\d+) and (\\d+) \\w+ in (\\w+), (\\d+) and (\\d+) in (\\w+)");

	/** An objective of that kind. */
	public static String objective(int first, int second, String place, int third, int fourth, String other) {
		return "Two counts each were made of %d and %d birds in %s, %d and %d in %s: say the larger of the two means"
			.formatted(first, second, place, third, fourth, other);
	}

	@Override
	public FakeResponse answer(FakeRequest request) {
		String asked = request.user();
		MatchResult read = OBJECTIVE.matcher(asked).results().findFirst().orElseThrow();
		ObjectNode plan = JSON.createObjectNode().put("thought", "The means first.");
		plan.putArray("requirements").addObject().put("id", "r1").put("text", "The larger mean");
		ArrayNode tasks = plan.putArray("tasks");
		mean(tasks, "t1", read.group(3), read.group(1), read.group(2));
		mean(tasks, "t2", read.group(6), read.group(4), read.group(5));
		task(tasks, "t3", "Larger mean", "max(${t1.output}, ${t2.output})", List.of("t1", "t2"));
		plan.putObject("final").put("kind", "reference").put("value", "${t3.output}");
		return FakeResponse.text(plan.toString());
	}

	private static void mean(ArrayNode tasks, String id, String place, String one, String other) {
		task(tasks, id, "Mean of the counts in " + place, "avg(%s, %s)".formatted(one, other), List.of());
	}

	private static void task(ArrayNode tasks, String id, String instruction, String expression,
			List<String> dependsOn) {
		ObjectNode task = tasks.addObject().put("id", id).put("title", instruction);
		task.put("instruction", instruction).put("assignment", "tool").put("tool", "calculator");
		task.putObject("inputs").put("expression", expression);
		ArrayNode names = task.putArray("dependsOn");
		dependsOn.forEach(names::add);
		task.putArray("covers").add("r1");
	}

}
