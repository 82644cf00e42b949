package dev.babyagi.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

/**
 * Writes plans as JSON.
 */
final class PlanWriter {

	private PlanWriter() {
	}

	static ObjectNode plan(Plan plan) {
		ObjectNode json = ExactJson.object();
		json.put("revision", plan.revision());
		json.put("origin", word(plan.origin()));
		json.put("thought", plan.thought());
		requirements(json.putArray("requirements"), plan.requirements());
		ArrayNode tasks = json.putArray("tasks");
		plan.tasks().forEach((task) -> tasks.add(task(task)));
		json.set("final", conclusion(plan.conclusion()));
		childConclusions(json.putObject("childFinals"), plan.childConclusions());
		return json;
	}

	static ObjectNode task(Task task) {
		ObjectNode json = ExactJson.object();
		json.put("id", task.id());
		json.put("title", task.title());
		json.put("instruction", task.instruction());
		assignment(json, task.assignment());
		strings(json.putArray("dependsOn"), task.dependsOn());
		strings(json.putArray("covers"), task.covers());
		json.put("parent", task.parent());
		json.put("sideEffect", task.sideEffect());
		json.set("expect", expect(task.expect()));
		json.set("success", success(task.success()));
		json.put("effort", word(task.effort()));
		json.put("timeout", (task.timeout() != null) ? task.timeout().toString() : null);
		return json;
	}

	static ObjectNode conclusion(Conclusion conclusion) {
		ObjectNode json = ExactJson.object().put("kind", conclusion.kind());
		switch (conclusion) {
			case Conclusion.Reference reference -> json.put("value", reference.value());
			case Conclusion.Template template -> json.put("value", template.value());
			case Conclusion.Synthesize synthesize -> json.put("instruction", synthesize.instruction());
		}
		return json;
	}

	private static void assignment(ObjectNode json, Assignment assignment) {
		switch (assignment) {
			case Assignment.Think _ -> json.put("assignment", "think");
			case Assignment.Recall _ -> json.put("assignment", "recall");
			case Assignment.SubPlan _ -> json.put("assignment", "plan");
			case Assignment.UseTool tool ->
				json.put("assignment", "tool").put("tool", tool.tool()).set("inputs", tool.inputs());
		}
	}

	private static ObjectNode expect(Expect expect) {
		ObjectNode json = ExactJson.object();
		json.put("type", word(expect.type()));
		json.set("schema", expect.schema());
		json.put("unit", expect.unit());
		json.put("maxChars", expect.maxChars());
		return json;
	}

	private static ObjectNode success(Success success) {
		ObjectNode json = ExactJson.object();
		json.put("kind", word(success.kind()));
		json.set("arg", success.arg());
		return json;
	}

	private static void requirements(ArrayNode json, List<Requirement> requirements) {
		requirements
			.forEach((requirement) -> json.addObject().put("id", requirement.id()).put("text", requirement.text()));
	}

	private static void childConclusions(ObjectNode json, Map<String, Conclusion> conclusions) {
		conclusions.forEach((parent, conclusion) -> json.set(parent, conclusion(conclusion)));
	}

	private static void strings(ArrayNode json, List<String> strings) {
		strings.forEach(json::add);
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
