package dev.babyagi.planning;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.google.re2j.Pattern;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import tools.jackson.databind.JsonNode;

/**
 * Whether a value fits a JSON Schema, as far as it is known. Nothing is fetched for a
 * schema, and its patterns run in linear time.
 */
final class SchemaCheck {

	/** Faults that no value could cure. */
	private static final Set<String> OF_NAMES = Set.of("required", "additionalProperties", "dependentRequired",
			"minProperties", "maxProperties", "propertyNames");

	private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
		.regularExpressionFactory(SchemaCheck::pattern)
		.build();

	private SchemaCheck() {
	}

	/**
	 * What does not fit, each with its place.
	 * @param schema the schema
	 * @param value the value
	 * @param pending whether a value, or something in it, is not known yet
	 */
	static List<String> misfits(JsonNode schema, JsonNode value, Predicate<JsonNode> pending) {
		try {
			return registry().getSchema(schema)
				.validate(value)
				.stream()
				.filter((error) -> OF_NAMES.contains(error.getKeyword()) || !pending.test(error.getInstanceNode()))
				.map(Error::toString)
				.distinct()
				.toList();
		}
		catch (SchemaException | StackOverflowError ex) {
			return List.of("the schema cannot be used");
		}
	}

	/** A registry of its own: one schema's ids must not be found by another. */
	private static SchemaRegistry registry() {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(builder) -> builder.schemaRegistryConfig(CONFIG)
					.schemaLoader((loader) -> loader.allow(SchemaCheck::isMetaSchema)));
	}

	private static boolean isMetaSchema(AbsoluteIri location) {
		String text = location.toString();
		return text.startsWith("https://json-schema.org/") || text.startsWith("http://json-schema.org/");
	}

	/** A pattern that cannot be run in linear time and bounded space forbids nothing. */
	private static RegularExpression pattern(String regex) {
		if (!Checks.isPattern(regex)) {
			return (text) -> true;
		}
		Pattern pattern = Pattern.compile(regex);
		return (text) -> pattern.matcher(text).find();
	}

}
