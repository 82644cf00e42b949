package dev.babyagi.schema;

import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.OneLine;

/**
 * Whether a value fits a JSON Schema that a client or a model wrote.
 *
 * @param usable whether the schema can be used at all; if not, nothing is said about the
 * value
 * @param misfits what does not fit, each with its place
 */
public record SchemaFit(boolean usable, List<String> misfits) {

	private static final int MAX_MISFITS = 5;

	private static final int MAX_MESSAGE = 300;

	private static final SchemaFit UNUSABLE = new SchemaFit(false, List.of());

	public SchemaFit {
		misfits = List.copyOf(misfits);
	}

	public static SchemaFit of(JsonNode schema, JsonNode value) {
		try {
			return new SchemaFit(true,
					JsonSchema.compile(schema)
						.validate(value)
						.stream()
						.limit(MAX_MISFITS)
						.map((misfit) -> OneLine.of(misfit, MAX_MESSAGE))
						.toList());
		}
		catch (InvalidJsonSchema ex) {
			return UNUSABLE;
		}
	}

	/** Whether nothing speaks against the value. */
	public boolean fits() {
		return this.misfits.isEmpty();
	}

}
