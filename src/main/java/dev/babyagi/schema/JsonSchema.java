package dev.babyagi.schema;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A compiled JSON Schema (draft 2020-12, unless {@code $schema} names another of the
 * published drafts). It may come from a user or a model: no reference is fetched, its
 * patterns run in linear time, and validation stops when it takes too many steps.
 * Immutable; may be kept and shared.
 */
public final class JsonSchema {

	private static final int MAX_PROBLEMS = 20;

	/** These keywords check the structure of a document, whatever its values are. */
	private static final Set<String> OF_SHAPE = Set.of("required", "additionalProperties", "dependentRequired",
			"minProperties", "maxProperties", "propertyNames");

	/**
	 * References that are resolved during validation, when the schema can no longer be
	 * refused.
	 */
	private static final List<String> DYNAMIC = List.of("$dynamicRef", "$recursiveRef");

	private static final SchemaRegistry REGISTRY = JsonSchemaRegistry.create();

	private final Schema schema;

	private JsonSchema(Schema schema) {
		this.schema = schema;
	}

	/**
	 * Compiles a schema.
	 * @throws InvalidJsonSchema if the document is not a schema, names an unknown draft,
	 * refers to something outside itself, has a reference that is resolved during
	 * validation, or has a pattern that needs backtracking
	 */
	public static JsonSchema compile(JsonNode document) {
		if (!document.isObject() && !document.isBoolean()) {
			throw new InvalidJsonSchema(List.of("/: an object or a boolean was expected"));
		}
		refuse(LinearPattern.problems(document));
		refuse(DYNAMIC.stream()
			.filter((keyword) -> document.findValue(keyword) != null)
			.map((keyword) -> "/: " + keyword + " is not supported; use $ref")
			.toList());
		try {
			Schema schema = REGISTRY.getSchema(document);
			refuse(problems(metaSchema(schema), document, (error) -> true));
			schema.initializeValidators();
			return new JsonSchema(schema);
		}
		catch (SchemaException ex) {
			String reason = (ex.getCause() == null) ? ex.getMessage() : "a keyword has a value that cannot be used";
			throw new InvalidJsonSchema(List.of("/: " + reason));
		}
	}

	/**
	 * Validates a document.
	 * @return what is wrong with it, each with its JSON pointer; empty if it fits
	 */
	public List<String> validate(JsonNode document) {
		return problems(this.schema, document, (error) -> true);
	}

	/**
	 * Validates a document of which some values are not known yet, as far as possible.
	 * @param pending whether a value, or a part of it, is not known yet
	 * @return what is wrong whatever the unknown values will be
	 */
	public List<String> validate(JsonNode document, Predicate<JsonNode> pending) {
		return problems(this.schema, document,
				(error) -> OF_SHAPE.contains(error.getKeyword()) || !isPending(error.getInstanceNode(), pending));
	}

	private static boolean isPending(@Nullable JsonNode value, Predicate<JsonNode> pending) {
		return value != null && pending.test(value);
	}

	private static List<String> problems(Schema schema, JsonNode document, Predicate<Error> counts) {
		try {
			ValidationBudget.check(document);
			List<Error> errors = schema.validate(new ValidationBudget(), document, OutputFormat.DEFAULT);
			return errors.stream().filter(counts).map(JsonSchema::message).distinct().limit(MAX_PROBLEMS).toList();
		}
		catch (ValidationBudget.Exceeded ex) {
			return List.of("/: " + ex.getMessage());
		}
	}

	private static String message(Error error) {
		String pointer = String.valueOf(error.getInstanceLocation());
		return (pointer.isEmpty() ? "/" : pointer) + ": " + error.getMessage();
	}

	private static Schema metaSchema(Schema schema) {
		return REGISTRY.getSchema(SchemaLocation.of(schema.getSchemaContext().getDialect().getId()));
	}

	private static void refuse(List<String> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidJsonSchema(problems);
		}
	}

}
