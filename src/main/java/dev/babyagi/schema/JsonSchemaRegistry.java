package dev.babyagi.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;

/**
 * Configures the validator for untrusted schemas. It knows only the published drafts,
 * fetches nothing, runs patterns in linear time, and neither keeps nor logs any part of a
 * schema.
 */
final class JsonSchemaRegistry {

	private JsonSchemaRegistry() {
	}

	static SchemaRegistry create() {
		SchemaRegistryConfig config = SchemaRegistryConfig.builder()
			.locale(Locale.ENGLISH)
			.pathType(PathType.JSON_POINTER)
			.preloadSchema(false)
			.regularExpressionFactory((pattern) -> LinearPattern.compile(pattern)::isFoundIn)
			.build();
		return SchemaRegistry.withDialects(drafts(),
				(builder) -> builder.schemaRegistryConfig(config).schemaLoader(onlyPublishedDrafts()));
	}

	/** The first draft applies to a schema without {@code $schema}. */
	private static List<Dialect> drafts() {
		return Stream
			.of(Dialects.getDraft202012(), Dialects.getDraft201909(), Dialects.getDraft7(), Dialects.getDraft6(),
					Dialects.getDraft4())
			.map(JsonSchemaRegistry::ignoringUnknownKeywords)
			.toList();
	}

	/** By default the validator logs each unknown keyword and keeps it for ever. */
	@SuppressWarnings("NullAway") // The dialect skips a null.
	private static Dialect ignoringUnknownKeywords(Dialect draft) {
		return Dialect.builder(draft).unknownKeywordFactory((_, _) -> null).build();
	}

	/** The published drafts are in the validator's jar; nothing else is loaded. */
	private static SchemaLoader onlyPublishedDrafts() {
		return SchemaLoader.builder()
			.allow((iri) -> iri.toString().startsWith("https://json-schema.org/draft")
					|| iri.toString().startsWith("http://json-schema.org/draft"))
			.build();
	}

}
