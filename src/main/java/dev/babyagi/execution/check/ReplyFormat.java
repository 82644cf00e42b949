package dev.babyagi.execution.check;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.schema.SchemaDefinitions;

/**
 * The form in which a think task asks for its artifact. Lists, JSON and everything with a
 * schema are asked for as JSON; texts, numbers, booleans and dates as plain text, which
 * every model can write and {@link ReplyReader} can read.
 * <p>
 * Endpoints accept only objects as structured replies, so any other JSON is asked for as
 * the field {@code value} of an object.
 *
 * @param form the form of the reply
 * @param wrapped whether the artifact is the field {@code value} of the reply
 */
public record ReplyFormat(ReplyForm form, boolean wrapped) {

	static final String VALUE = "value";

	private static final String NAME = "artifact";

	public static ReplyFormat of(Task task) {
		JsonNode schema = schema(task);
		if (schema == null) {
			return new ReplyFormat(ReplyForm.TEXT, false);
		}
		if (schema.path("type").isString() && schema.path("type").stringValue().equals("object")) {
			return new ReplyFormat(new ReplyForm.Structured(NAME, schema), false);
		}
		return new ReplyFormat(new ReplyForm.Structured(NAME, wrapped(schema)), true);
	}

	public boolean isStructured() {
		return this.form instanceof ReplyForm.Structured;
	}

	/**
	 * Returns the artifact in a reply; a reply without the wrapping object is the
	 * artifact itself.
	 */
	JsonNode unwrap(JsonNode reply) {
		return (this.wrapped && reply.isObject() && reply.has(VALUE)) ? reply.path(VALUE) : reply;
	}

	private static @Nullable JsonNode schema(Task task) {
		Expect expect = task.expect();
		if (expect.schema() != null) {
			return expect.schema();
		}
		if (task.success().kind() == Success.Kind.SCHEMA && task.success().arg() instanceof ObjectNode arg) {
			return arg;
		}
		return switch (expect.type()) {
			case LIST -> ExactJson.NODES.objectNode().put("type", "array");
			case JSON -> ExactJson.NODES.objectNode();
			case TEXT, NUMBER, BOOLEAN, DATE -> null;
		};
	}

	private static ObjectNode wrapped(JsonNode schema) {
		ObjectNode root = ExactJson.NODES.objectNode().put("type", "object");
		JsonNode value = SchemaDefinitions.hoist(schema, root);
		root.putObject("properties").set(VALUE, value);
		root.putArray("required").add(VALUE);
		return root.put("additionalProperties", false);
	}

}
