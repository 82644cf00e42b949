package dev.babyagi.web.json;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Spells enum constants in lower case, such as {@code winding_down}, in bodies and in
 * queries. No other spelling is accepted.
 */
public final class WireEnums extends JacksonAnnotationIntrospector implements ConverterFactory<String, Enum<?>> {

	public static String nameOf(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
		String[] annotated = super.findEnumValues(config, type, constants, names);
		for (int index = 0; index < constants.length; index++) {
			if (annotated[index] == null) {
				annotated[index] = nameOf(constants[index]);
			}
		}
		return annotated;
	}

	@Override
	public <E extends Enum<?>> Converter<String, E> getConverter(Class<E> type) {
		return (name) -> Arrays.stream(type.getEnumConstants())
			.filter((constant) -> nameOf(constant).equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No constant is spelled like this"));
	}

}
