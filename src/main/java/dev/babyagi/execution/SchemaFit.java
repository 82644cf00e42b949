package dev.babyagi.execution;

import java.util.List;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import tools.jackson.databind.JsonNode;

/**
 * Whether a value fits a JSON Schema that a client or a model wrote. Nothing is fetched
 * or read for such a schema, no schema can change what another means, and its patterns
 * run in linear time.
 *
 * @param usable whether the schema can be used at all; if not, nothing is said about the
 * value
 * @param misfits what does not fit, each with its place
 */
public record SchemaFit(boolean usable, List<String> misfits) {

	private static final int MAX_MISFITS = 5;

	private static final int MAX_MESSAGE = 300;

	private static final SpecificationVersion DIALECT = SpecificationVersion.DRAFT_2020_12;

	private static final SchemaFit UNUSABLE = new SchemaFit(false, List.of());

	private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
		.regularExpressionFactory(SchemaFit::pattern)
		.build();

	public SchemaFit {
		misfits = List.copyOf(misfits);
	}

	public static SchemaFit of(JsonNode schema, JsonNode value) {
		try {
			SchemaRegistry registry = registry();
			List<Error> errors = registry.getSchema(schema).validate(value);
			return (errors.isEmpty() || isSchema(registry, schema)) ? new SchemaFit(true, misfits(errors)) : UNUSABLE;
		}
		catch (SchemaException | IllegalArgumentException | StackOverflowError ex) {
			return UNUSABLE;
		}
	}

	/** Whether nothing speaks against the value. */
	public boolean fits() {
		return this.misfits.isEmpty();
	}

	/** A registry of its own: one schema's ids must not be found by another. */
	private static SchemaRegistry registry() {
		return SchemaRegistry.withDefaultDialect(DIALECT, (builder) -> builder.schemaRegistryConfig(CONFIG)
			.schemaLoader((loader) -> loader.allow(SchemaFit::isMetaSchema)));
	}

	private static boolean isMetaSchema(AbsoluteIri location) {
		String text = location.toString();
		return text.startsWith("https://json-schema.org/") || text.startsWith("http://json-schema.org/");
	}

	/** Asked only when a value does not fit: then the schema may be what is at fault. */
	private static boolean isSchema(SchemaRegistry registry, JsonNode schema) {
		return registry.getSchema(SchemaLocation.of(DIALECT.getDialectId())).validate(schema).isEmpty();
	}

	/**
	 * A pattern that RE2 does not read, such as one that looks ahead, forbids nothing.
	 */
	private static RegularExpression pattern(String regex) {
		try {
			Pattern pattern = Pattern.compile(regex);
			return (value) -> pattern.matcher(value).find();
		}
		catch (PatternSyntaxException ex) {
			return (value) -> true;
		}
	}

	private static List<String> misfits(List<Error> errors) {
		return errors.stream().limit(MAX_MISFITS).map((error) -> OneLine.of(error.toString(), MAX_MESSAGE)).toList();
	}

}
