package dev.babyagi.web.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Gives enum constants in the OpenAPI description the spelling that clients see. The
 * library that creates the description reads their Java names.
 */
final class EnumDescription {

	private EnumDescription() {
	}

	static void spellAsOnTheWire(OpenAPI api) {
		schemas(api).forEach(EnumDescription::spell);
	}

	static Stream<Operation> operations(OpenAPI api) {
		return api.getPaths().values().stream().flatMap((path) -> path.readOperations().stream());
	}

	private static Stream<Schema<?>> schemas(OpenAPI api) {
		Stream<Schema<?>> ofBodies = values(api.getComponents().getSchemas());
		Stream<Schema<?>> ofParameters = operations(api).map(Operation::getParameters)
			.filter(Objects::nonNull)
			.flatMap(Collection::stream)
			.map(Parameter::getSchema);
		return Stream.concat(ofBodies, ofParameters).flatMap(EnumDescription::withParts);
	}

	private static Stream<Schema<?>> withParts(@Nullable Schema<?> schema) {
		if (schema == null) {
			return Stream.empty();
		}
		Stream<Schema<?>> parts = Stream.concat(values(schema.getProperties()), Stream.of(schema.getItems()));
		return Stream.concat(Stream.of(schema), parts.flatMap(EnumDescription::withParts));
	}

	@SuppressWarnings({ "rawtypes", "unchecked" }) // the library's model uses raw types
	private static Stream<Schema<?>> values(@Nullable Map<String, Schema> schemas) {
		return (schemas != null) ? (Stream) schemas.values().stream() : Stream.empty();
	}

	@SuppressWarnings({ "rawtypes", "unchecked" }) // the library's model uses raw types
	private static void spell(Schema schema) {
		List<?> constants = schema.getEnum();
		if (constants != null && constants.stream().allMatch(EnumDescription::isJavaConstant)) {
			schema.setEnum(constants.stream().map((constant) -> constant.toString().toLowerCase(Locale.ROOT)).toList());
		}
	}

	private static boolean isJavaConstant(@Nullable Object value) {
		return value instanceof String name && name.chars()
			.allMatch((character) -> (character >= 'A' && character <= 'Z') || character == '_'
					|| (character >= '0' && character <= '9'));
	}

}
