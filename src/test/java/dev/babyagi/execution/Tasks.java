package dev.babyagi.execution;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.Shown;

/**
 * Tasks and artifacts to test with.
 */
final class Tasks {

	private Tasks() {
	}

	static Task think(Expect expect) {
		return think(expect, Success.NONE);
	}

	static Task think(Expect expect, Success success) {
		return task(new Assignment.Think(), expect, success);
	}

	static Task tool(String tool, String inputs) {
		return task(new Assignment.UseTool(tool, (ObjectNode) json(inputs)), Expect.TEXT, Success.NONE);
	}

	static Artifact text(String text) {
		return new Artifact(Expect.Type.TEXT, ExactJson.text(text), text);
	}

	static Artifact number(String number) {
		return new Artifact(Expect.Type.NUMBER, json(number), Shown.text(json(number)));
	}

	static Artifact list(String json) {
		return new Artifact(Expect.Type.LIST, json(json), json);
	}

	static JsonNode json(String json) {
		return ExactJson.document(json).orElseThrow();
	}

	static JsonNode schemaOf(Expect expect) {
		return ((ReplyForm.Structured) Shape.of(think(expect)).form()).schema();
	}

	private static Task task(Assignment assignment, Expect expect, Success success) {
		return new Task("t9", "Title", "Do it", assignment, List.of("t1"), List.of(), expect, success, false,
				Effort.LOW, null, null);
	}

}
