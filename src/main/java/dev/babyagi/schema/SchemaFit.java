package dev.babyagi.schema;

import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.OneLine;

/**
 * The result of checking a value against a JSON Schema from a client or a model.
 *
 * @param usable whether the schema can be used; if not, the value is not checked
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

	/**
	 * Returns whether no misfit was found. This is also true if the schema is not usable.
	 */
	public boolean fits() {
		return this.misfits.isEmpty();
	}

}
