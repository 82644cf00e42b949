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
 * The validator, set up for schemas of people we do not know: the published drafts only,
 * nothing fetched, patterns in linear time, and nothing of a schema kept or logged.
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

	/** The first is the one that a schema without {@code $schema} is of. */
	private static List<Dialect> drafts() {
		return Stream
			.of(Dialects.getDraft202012(), Dialects.getDraft201909(), Dialects.getDraft7(), Dialects.getDraft6(),
					Dialects.getDraft4())
			.map(JsonSchemaRegistry::ignoringUnknownKeywords)
			.toList();
	}

	/** The validator's own way is to log each, and to keep it for ever. */
	@SuppressWarnings("NullAway") // The factory may give null, which the dialect skips.
	private static Dialect ignoringUnknownKeywords(Dialect draft) {
		return Dialect.builder(draft).unknownKeywordFactory((_, _) -> null).build();
	}

	/** The published drafts lie in the validator's jar; everything else is outside. */
	private static SchemaLoader onlyPublishedDrafts() {
		return SchemaLoader.builder()
			.allow((iri) -> iri.toString().startsWith("https://json-schema.org/draft")
					|| iri.toString().startsWith("http://json-schema.org/draft"))
			.build();
	}

}
