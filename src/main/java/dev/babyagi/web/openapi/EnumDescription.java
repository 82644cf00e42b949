package dev.babyagi.web.openapi;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives enum constants in the OpenAPI description the spelling that clients see. The
 * library that creates the description reads their Java names.
 */
final class EnumDescription {

	private EnumDescription() {
	}

	static void spellAsOnTheWire(OpenAPI api) {
		Stream.concat(SchemaParts.ofComponents(api), SchemaParts.ofParameters(api, "query"))
			.forEach(EnumDescription::spell);
	}

	@SuppressWarnings({ "rawtypes", "unchecked" }) // the library's model uses raw types
	private static void spell(Schema schema) {
		List<?> constants = schema.getEnum();
		if (constants != null && constants.stream().allMatch(EnumDescription::isJavaConstant)) {
			schema.setEnum(constants.stream().map(EnumDescription::wireName).toList());
		}
	}

	private static @Nullable String wireName(@Nullable Object constant) {
		return (constant != null) ? constant.toString().toLowerCase(Locale.ROOT) : null;
	}

	private static boolean isJavaConstant(@Nullable Object value) {
		return value == null || (value instanceof String name && name.chars()
			.allMatch((character) -> (character >= 'A' && character <= 'Z') || character == '_'
					|| (character >= '0' && character <= '9')));
	}

}
