package dev.babyagi.web.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas of a description.
 */
@SuppressWarnings({ "rawtypes", "unchecked" }) // the library's model uses raw types
final class SchemaParts {

	private static final String COMPONENTS = "#/components/schemas/";

	private SchemaParts() {
	}

	/** Returns the name of the component that a reference leads to. */
	static String name(String reference) {
		return reference.substring(COMPONENTS.length());
	}

	static String reference(String name) {
		return COMPONENTS + name;
	}

	static Stream<Operation> operations(OpenAPI api) {
		return api.getPaths().values().stream().flatMap((path) -> path.readOperations().stream());
	}

	/** Returns the schemas of the parameters in one place, such as {@code query}. */
	static Stream<Schema<?>> ofParameters(OpenAPI api, String in) {
		return operations(api).map(Operation::getParameters)
			.filter(Objects::nonNull)
			.flatMap(Collection::stream)
			.filter((parameter) -> in.equals(parameter.getIn()))
			.map(Parameter::getSchema)
			.flatMap(SchemaParts::withParts);
	}

	/** Returns the schemas of all components. */
	static Stream<Schema<?>> ofComponents(OpenAPI api) {
		return values(api.getComponents().getSchemas()).flatMap(SchemaParts::withParts);
	}

	/** Returns the schemas of everything that a request body may contain. */
	static Stream<Schema<?>> ofRequests(OpenAPI api) {
		Map<String, Schema> reached = new LinkedHashMap<>();
		operations(api).map(Operation::getRequestBody)
			.filter(Objects::nonNull)
			.flatMap((body) -> body.getContent().values().stream())
			.forEach((content) -> reach(content.getSchema(), api.getComponents().getSchemas(), reached));
		return values(reached).flatMap(SchemaParts::withParts);
	}

	private static void reach(@Nullable Schema<?> schema, Map<String, Schema> components, Map<String, Schema> reached) {
		withParts(schema).map(Schema::get$ref).filter(Objects::nonNull).map(SchemaParts::name).forEach((name) -> {
			Schema<?> component = Objects.requireNonNull(components.get(name));
			if (reached.putIfAbsent(name, component) == null) {
				reach(component, components, reached);
			}
		});
	}

	private static Stream<Schema<?>> withParts(@Nullable Schema<?> schema) {
		if (schema == null) {
			return Stream.empty();
		}
		Stream<Schema<?>> parts = Stream
			.of(values(schema.getProperties()), Stream.of((Schema<?>) schema.getItems()),
					Stream.of((schema.getAdditionalProperties() instanceof Schema<?> values) ? values : null),
					alternatives(schema.getOneOf()))
			.flatMap((several) -> several);
		return Stream.concat(Stream.of(schema), parts.flatMap(SchemaParts::withParts));
	}

	private static Stream<Schema<?>> alternatives(@Nullable List<Schema> schemas) {
		return (schemas != null) ? (Stream) schemas.stream() : Stream.empty();
	}

	private static Stream<Schema<?>> values(@Nullable Map<String, Schema> schemas) {
		return (schemas != null) ? (Stream) schemas.values().stream() : Stream.empty();
	}

}
