package dev.babyagi.planning;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.References;
import dev.babyagi.planning.DirectReply.Answer;
import dev.babyagi.planning.DirectReply.Misfit;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.planning.draft.ReplyFields;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.ReplyJson;
import dev.babyagi.schema.InvalidJsonSchema;
import dev.babyagi.schema.JsonSchema;
import dev.babyagi.tool.Tool;

/**
 * Reads the reply to the request for a direct answer. A reply that is neither an answer
 * in the expected form nor the use of a tool is itself the answer.
 */
final class DirectReader {

	private final PlanRequest request;

	private final PermittedTools tools;

	DirectReader(PlanRequest request, PermittedTools tools) {
		this.request = request;
		this.tools = tools;
	}

	DirectReply read(String reply) {
		if (reply.isBlank()) {
			return new Misfit("The reply was empty");
		}
		if (this.request.outputSchema() != null) {
			return document(reply);
		}
		if (this.tools.isEmpty()) {
			return text(reply);
		}
		return ReplyJson.find(reply, DirectReader::hasAShape).map(this::shaped).orElseGet(() -> text(reply));
	}

	private static boolean hasAShape(JsonNode root) {
		return isGiven(root.path("answer")) || ReplyFields.text(root, "tool") != null;
	}

	private static boolean isGiven(JsonNode value) {
		return !value.isMissingNode() && !value.isNull() && !(value.isString() && value.stringValue().isBlank());
	}

	private DirectReply shaped(Document document) {
		JsonNode root = document.root();
		if (isGiven(root.path("answer"))) {
			return text(References.spliced(root.path("answer")));
		}
		String name = this.tools.meant(Optional.ofNullable(ReplyFields.text(root, "tool")).orElse(""));
		Optional<Tool> tool = this.tools.find(name);
		if (tool.isEmpty()) {
			return new Misfit("The reply names the tool '%s', which this objective may not use; the tools are %s"
				.formatted(name, this.tools.names()));
		}
		return use(tool.get(), (root.path("inputs") instanceof ObjectNode inputs) ? inputs : ExactJson.object());
	}

	private DirectReply use(Tool tool, ObjectNode inputs) {
		if (!References.tasksIn(inputs).isEmpty()) {
			return new Misfit("The inputs refer to another task, but there is none; give the values themselves");
		}
		List<String> misfits = this.tools.misfits(tool, inputs);
		if (!misfits.isEmpty()) {
			return new Misfit(
					"The inputs do not fit the tool '%s': %s".formatted(tool.name(), String.join("; ", misfits)));
		}
		return new DirectReply.UseTool(DirectPlan.using(this.request, tool, inputs));
	}

	private DirectReply document(String reply) {
		JsonNode schema = Optional.ofNullable(this.request.outputSchema()).orElseThrow();
		JsonNode document = ReplyJson.find(reply, (root) -> true)
			.map(Document::root)
			.orElseGet(() -> JsonNodeFactory.instance.stringNode(reply.strip()));
		List<String> misfits = misfits(schema, document);
		return misfits.isEmpty() ? new Answer(document)
				: new Misfit("The reply does not fit the schema of the answer: " + String.join("; ", misfits));
	}

	private static List<String> misfits(JsonNode schema, JsonNode document) {
		try {
			return JsonSchema.compile(schema).validate(document);
		}
		catch (InvalidJsonSchema ex) {
			return List.of("the schema cannot be used");
		}
	}

	private static DirectReply text(String text) {
		return new Answer(JsonNodeFactory.instance.stringNode(text.strip()));
	}

}
