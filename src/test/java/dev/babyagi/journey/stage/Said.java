package dev.babyagi.journey.stage;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ScriptedModel;

/**
 * What planners, executors and joiners say in these tests.
 */
final class Said {

	/** Two tasks, of which the first is to be a number, and a synthesis. */
	static final String PLAN = plan(number("t1", "Count the parts"), text("t2", "Name the largest part"));

	/** The first task in two steps. */
	static final String CHILDREN = """
			{"tasks":[%s,%s],"final":{"kind":"reference","value":"${t1-2.output}"}}""".formatted(
			number("t1-1", "Tally those on the left"), number("t1-2", "Add those on the right to ${t1-1.output}"));

	/** Another way to the first task. */
	static final String SUFFIX = plan(text("t3", "Estimate how many there are"));

	/** The plan that is not finished, over again. */
	static final String SAME_AGAIN = plan(number("t3", "Count the parts"));

	static final String NO_PLAN = "I would rather not.";

	private static final Pattern TASK = Pattern.compile("Your task is (t[0-9-]+):");

	private Said() {
	}

	static String plan(String... tasks) {
		return "{\"tasks\":[" + String.join(",", tasks)
				+ "],\"final\":{\"kind\":\"synthesize\",\"instruction\":\"Say both\"}}";
	}

	static String text(String id, String instruction, String... dependsOn) {
		return task(id, instruction, "think", "text", dependsOn);
	}

	static String number(String id, String instruction, String... dependsOn) {
		return task(id, instruction, "think", "number", dependsOn);
	}

	static String objective(String id, String instruction, String... dependsOn) {
		return task(id, instruction, "plan", "text", dependsOn);
	}

	static String calculation(String id, String expression) {
		return """
				{"id":"%s","instruction":"Compute it","assignment":"tool","tool":"calculator",\
				"inputs":{"expression":"%s"}}""".formatted(id, expression);
	}

	private static String task(String id, String instruction, String assignment, String type, String... dependsOn) {
		String quoted = Arrays.stream(dependsOn).map((it) -> "\"" + it + "\"").collect(Collectors.joining(","));
		return """
				{"id":"%s","title":"%s","instruction":"%s","assignment":"%s","expect":{"type":"%s"},"dependsOn":[%s]}"""
			.formatted(id, id, instruction, assignment, type, quoted);
	}

	/** The joiner is satisfied. */
	static String joined(String answer) {
		return "{\"action\":\"finish\",\"answer\":\"%s\",\"claims\":[],\"missing\":[]}".formatted(answer);
	}

	/** The joiner misses something, and says what it has. */
	static String missing(String what) {
		return "{\"action\":\"replan\",\"answer\":\"Half of it\",\"claims\":[],\"missing\":[\"%s\"]}".formatted(what);
	}

	/** Answers by task, each of them always the same; and {@code found} to any other. */
	static Function<ModelRequest, ModelResult> byTask(Map<String, String> answers) {
		return (request) -> ScriptedModel.said(answers.getOrDefault(taskId(request), "found"));
	}

	/** The task that an executor is asked to carry out. */
	static String taskId(ModelRequest request) {
		Matcher matcher = TASK.matcher(request.user());
		return matcher.find() ? matcher.group(1) : "";
	}

	/** A planner says one thing to each of the three questions there are. */
	static Function<ModelRequest, ModelResult> planner(String plan, String children, String suffix) {
		return (request) -> ScriptedModel.said(request.user().contains("is to be split") ? children
				: request.user().contains("cannot go on as it is") ? suffix : plan);
	}

}
