package dev.babyagi.journey;

import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forms of training data that others read, written down here as JSON Schemas from
 * their documentation: OpenAI's guides "Supervised fine-tuning" and "Direct preference
 * optimization", and "Dataset formats and types" of Hugging Face TRL.
 */
final class TrainingForms {

	private static final String MESSAGE = """
			{"type": "object", "required": ["role", "content"], "additionalProperties": false,
			"properties": {"role": {"enum": [%s]}, "content": {"type": "string", "minLength": 1}}}""";

	private static final String ASKED = MESSAGE.formatted("\"system\", \"user\"");

	private static final String REPLY = MESSAGE.formatted("\"assistant\"");

	private static final String REPLIES = "{\"type\": \"array\", \"minItems\": 1, \"maxItems\": 1, \"items\": %s}"
		.formatted(REPLY);

	private static final Schema CONVERSATION = schema("""
			{"type": "object", "required": ["messages"], "additionalProperties": false, "properties": {"messages":
			{"type": "array", "minItems": 3, "maxItems": 3, "prefixItems": [%s, %s, %s]}}}""".formatted(ASKED, ASKED,
			REPLY));

	private static final Schema PREFERENCE = schema("""
			{"type": "object", "required": ["input", "preferred_output", "non_preferred_output"],
			"additionalProperties": false, "properties": {"input": {"type": "object", "required": ["messages"],
			"properties": {"messages": {"type": "array", "minItems": 1, "items": %s}}}, "preferred_output": %s,
			"non_preferred_output": %s}}""".formatted(ASKED, REPLIES, REPLIES));

	private static final Schema TRL_PREFERENCE = schema(
			"""
					{"type": "object", "required": ["prompt", "chosen", "rejected"], "additionalProperties": false, "properties":
					{"prompt": {"type": "array", "minItems": 1, "items": %s}, "chosen": %s, "rejected": %s}}"""
				.formatted(ASKED, REPLIES, REPLIES));

	private TrainingForms() {
	}

	/** A line for supervised fine-tuning, which both read. */
	static void isConversation(String line) {
		fits(CONVERSATION, line);
	}

	/** A line of preferences in OpenAI's form. */
	static void isPreference(String line) {
		fits(PREFERENCE, line);
	}

	/** A line of preferences as TRL reads it. */
	static void isTrlPreference(String line) {
		fits(TRL_PREFERENCE, line);
	}

	private static void fits(Schema schema, String line) {
		assertThat(List.copyOf(schema.validate(line, InputFormat.JSON))).as(line).isEmpty();
	}

	private static Schema schema(String text) {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON);
	}

}
