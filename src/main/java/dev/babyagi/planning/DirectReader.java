package dev.babyagi.planning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.References;
import dev.babyagi.planning.DirectReply.Answer;
import dev.babyagi.planning.DirectReply.Misfit;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.ReplyEnvelope;
import dev.babyagi.reply.ReplyJson;
import dev.babyagi.reply.TextReader;
import dev.babyagi.schema.SchemaFit;
import dev.babyagi.tool.Tool;

/**
 * Reads the reply to the request for a direct answer: an answer, or the use of a tool. A
 * reply in plain words is itself the answer; JSON that holds neither is not.
 */
final class DirectReader {

	/** The most characters of a tool's name in a message. */
	private static final int MAX_NAME = 60;

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
			return answered(TextReader.read(this.request.objective(), reply));
		}
		return ReplyEnvelope.in(reply).map(this::opened).orElseGet(() -> prose(reply));
	}

	private DirectReply opened(ReplyEnvelope envelope) {
		return (envelope instanceof ReplyEnvelope.ToolCall(String tool, ObjectNode inputs)) ? use(tool, inputs)
				: answered(
						envelope.read((value) -> new ReadingResult.Value(ExactJson.text(References.spliced(value)))));
	}

	private static DirectReply answered(ReadingResult result) {
		return switch (result) {
			case ReadingResult.Value(JsonNode value) -> new Answer(value);
			case ReadingResult.Unreadable(String message) -> new Misfit(message);
		};
	}

	/** A reply in plain words answers too; what is meant as JSON and is not does not. */
	private static DirectReply prose(String reply) {
		return ReplyJson.isMeant(reply) ? new Misfit("The reply is no JSON object with a field 'answer'")
				: new Answer(ExactJson.text(reply.strip()));
	}

	private DirectReply use(String written, @Nullable ObjectNode inputs) {
		Optional<Tool> tool = this.tools.find(this.tools.meant(written));
		if (tool.isEmpty()) {
			return new Misfit("The reply names the tool '%s', which this objective may not use; the tools are %s"
				.formatted(OneLine.of(written, MAX_NAME), this.tools.names()));
		}
		return (inputs != null) ? use(tool.get(), inputs)
				: new Misfit("The inputs of the tool '%s' are no JSON object".formatted(tool.get().name()));
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
		List<JsonNode> readings = readings(reply);
		if (readings.isEmpty()) {
			return new Misfit("The reply is no JSON document that can be read");
		}
		return readings.stream()
			.filter((reading) -> fits(schema, reading))
			.findFirst()
			.<DirectReply>map(Answer::new)
			.orElseGet(() -> new Misfit("The reply does not fit the schema of the answer: "
					+ misfits(SchemaFit.of(schema, readings.getFirst()))));
	}

	private static String misfits(SchemaFit fit) {
		return fit.usable() ? String.join("; ", fit.misfits()) : "the schema cannot be used";
	}

	private static boolean fits(JsonNode schema, JsonNode reading) {
		SchemaFit fit = SchemaFit.of(schema, reading);
		return fit.usable() && fit.fits() && !(reading.isString() && reading.stringValue().isBlank());
	}

	/**
	 * The layers of the document in a reply; without one, the reply as a value or a text.
	 */
	private static List<JsonNode> readings(String reply) {
		Optional<Document> document = ReplyJson.find(reply).filter((found) -> !found.truncated());
		if (document.isPresent()) {
			return ReplyEnvelope.layers(document.get().root());
		}
		String text = reply.strip();
		return ReplyJson.isMeant(reply) ? List.of()
				: Stream.concat(ExactJson.document(text).stream(), Stream.of(ExactJson.text(text))).toList();
	}

}
