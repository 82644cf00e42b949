package dev.babyagi.integration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.ReplyJson;
import dev.babyagi.schema.SchemaFit;

/**
 * Finds a form of a value that fits an output schema, without changing its meaning: as it
 * is, as text, as the JSON in a text, or as the number in a text.
 */
final class SchemaCoercion {

	private SchemaCoercion() {
	}

	static Optional<JsonNode> fit(JsonNode value, JsonNode schema) {
		JsonNode shown = DisplayValues.value(value);
		return Stream.of(Optional.of(shown), held(shown), bare(shown), Optional.of(text(value)))
			.flatMap(Optional::stream)
			.filter((form) -> !isBlank(form) && SchemaFit.of(schema, form).fits())
			.findFirst();
	}

	static List<String> misfits(JsonNode value, JsonNode schema) {
		return SchemaFit.of(schema, DisplayValues.value(value)).misfits();
	}

	private static Optional<JsonNode> held(JsonNode value) {
		return value.isString()
				? ReplyJson.find(value.stringValue()).filter((document) -> !document.truncated()).map(Document::root)
				: Optional.empty();
	}

	private static Optional<JsonNode> bare(JsonNode value) {
		return value.isString() ? ExactJson.document(value.stringValue().strip()) : Optional.empty();
	}

	private static boolean isBlank(JsonNode value) {
		return value.isString() && value.stringValue().isBlank();
	}

	private static JsonNode text(JsonNode value) {
		return JsonNodeFactory.instance.stringNode(DisplayValues.text(value));
	}

}
