package dev.babyagi.integration;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Task;
import dev.babyagi.schema.SchemaDefinitions;

/**
 * The JSON Schema of the joiner's reply.
 */
final class JoinSchema {

	private static final String NAME = "join";

	private JoinSchema() {
	}

	static ReplyForm form(JoinBrief brief) {
		ObjectNode schema = object();
		ObjectNode fields = schema.putObject("properties");
		string(fields.putObject("thought"));
		choice(fields.putObject("action"), List.of(JoinReply.FINISH, JoinReply.REPLAN));
		if (brief.outputSchema() != null) {
			fields.set("answer", SchemaDefinitions.hoist(brief.outputSchema(), schema));
		}
		else {
			string(fields.putObject("answer"));
		}
		claim(array(fields.putObject("claims")), brief);
		string(array(fields.putObject("missing")));
		require(schema, fields);
		return new ReplyForm.Structured(NAME, schema);
	}

	private static void claim(ObjectNode claim, JoinBrief brief) {
		claim.put("type", "object").put("additionalProperties", false);
		ObjectNode fields = claim.putObject("properties");
		string(fields.putObject("text"));
		List<String> citable = Stream
			.concat(brief.tasks().stream().map(Task::id).filter(brief::hasSucceeded),
					brief.background().memories().keySet().stream().sorted())
			.toList();
		ObjectNode cite = array(fields.putObject("cites"));
		if (citable.isEmpty()) {
			string(cite);
		}
		else {
			choice(cite, citable);
		}
		require(claim, fields);
	}

	private static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
	}

	private static ObjectNode array(ObjectNode schema) {
		return schema.put("type", "array").putObject("items");
	}

	private static void string(ObjectNode schema) {
		schema.put("type", "string");
	}

	private static void choice(ObjectNode schema, List<String> values) {
		schema.put("type", "string");
		values.forEach(schema.putArray("enum")::add);
	}

	private static void require(ObjectNode schema, ObjectNode fields) {
		fields.propertyNames().forEach(schema.putArray("required")::add);
	}

}
