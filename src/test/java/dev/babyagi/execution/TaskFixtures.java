package dev.babyagi.execution;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.execution.check.ReplyFormat;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;

/**
 * Tasks and artifacts to test with.
 */
public final class TaskFixtures {

	private TaskFixtures() {
	}

	public static Task think(Expect expect) {
		return think(expect, Success.NONE);
	}

	public static Task think(Expect expect, Success success) {
		return task(new Assignment.Think(), expect, success);
	}

	public static Task tool(String tool, String inputs) {
		return task(new Assignment.UseTool(tool, (ObjectNode) json(inputs)), Expect.TEXT, Success.NONE);
	}

	public static Artifact text(String text) {
		return new Artifact(Expect.Type.TEXT, ExactJson.text(text), text);
	}

	public static Artifact number(String number) {
		return new Artifact(Expect.Type.NUMBER, json(number), DisplayValues.text(json(number)));
	}

	public static Artifact list(String json) {
		return new Artifact(Expect.Type.LIST, json(json), json);
	}

	public static JsonNode json(String json) {
		return ExactJson.document(json).orElseThrow();
	}

	public static JsonNode schemaOf(Expect expect) {
		return ((ReplyForm.Structured) ReplyFormat.of(think(expect)).form()).schema();
	}

	private static Task task(Assignment assignment, Expect expect, Success success) {
		return new Task("t9", "Title", "Do it", assignment, List.of("t1"), List.of(), expect, success, false,
				Effort.LOW, null, null);
	}

}
