package dev.babyagi.execution.check;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.ReplyEnvelope;
import dev.babyagi.schema.SchemaDefinitions;
import dev.babyagi.schema.SchemaFit;

/**
 * The form in which a think task asks for its artifact. Lists, JSON and everything with a
 * schema are asked for as JSON; texts, numbers, booleans and dates as plain text, which
 * every model can write and {@link ReplyReader} can read.
 * <p>
 * Endpoints accept only objects as structured replies, so any other JSON is asked for as
 * the field {@code value} of an object.
 *
 * @param form the form of the reply
 * @param schema the schema of the artifact, or {@code null} for plain text
 * @param wrapped whether the artifact is the field {@code value} of the reply
 */
public record ReplyFormat(ReplyForm form, @Nullable JsonNode schema, boolean wrapped) {

	static final String VALUE = "value";

	private static final String NAME = "artifact";

	public static ReplyFormat of(Task task) {
		JsonNode schema = schema(task);
		if (schema == null) {
			return new ReplyFormat(ReplyForm.TEXT, null, false);
		}
		if (schema.path("type").isString() && schema.path("type").stringValue().equals("object")) {
			return new ReplyFormat(new ReplyForm.Structured(NAME, schema), schema, false);
		}
		return new ReplyFormat(new ReplyForm.Structured(NAME, wrapped(schema)), schema, true);
	}

	public boolean isStructured() {
		return this.form instanceof ReplyForm.Structured;
	}

	/** Returns whether the artifact may be any JSON. */
	boolean takesAnything() {
		return this.schema != null && this.schema.isEmpty();
	}

	/**
	 * Returns the artifact in a reply: the outermost layer that fits the schema. If none
	 * fits, it is the outermost one.
	 */
	JsonNode artifact(JsonNode reply) {
		JsonNode outermost = (this.wrapped && reply.has(VALUE)) ? reply.path(VALUE) : reply;
		return (this.schema == null) ? outermost : fitting(this.schema, ReplyEnvelope.layers(outermost));
	}

	private static JsonNode fitting(JsonNode schema, List<JsonNode> layers) {
		return layers.stream()
			.filter((layer) -> SchemaFit.of(schema, layer).fits())
			.findFirst()
			.orElseGet(layers::getFirst);
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
