package dev.babyagi.web.openapi;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SchemaUtils;
import tools.jackson.databind.JsonNode;

import dev.babyagi.web.json.TextRules;

/**
 * Describes what the components of a record say and the library does not read. A
 * component without {@code @Nullable} is a required property. One with it may be null,
 * unless {@code @JsonInclude} says that it is left out instead. Constraints on the names
 * and values of a map, and {@code @NotBlank}, become constraints of the schema. A node of
 * the JSON library stands for any JSON value.
 */
@SuppressWarnings({ "rawtypes", "unchecked" }) // the library's model uses raw types
class RecordSchemas implements ModelConverter {

	private static final String NULL = "null";

	@Override
	public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Class<?> raw = TypeFactory.rawClass(type.getType());
		Schema<?> resolved = chain.next()
			.resolve((raw == JsonNode.class) ? type.type(Object.class) : type, context, chain);
		if (resolved != null && raw.isRecord()) {
			describe(raw, model(resolved, context));
		}
		return resolved;
	}

	private static Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
		String reference = resolved.get$ref();
		return (reference != null) ? Objects.requireNonNull(context.getDefinedModels().get(SchemaParts.name(reference)))
				: resolved;
	}

	private static void describe(Class<?> raw, Schema<?> model) {
		Map<String, Schema> properties = Objects.requireNonNullElse(model.getProperties(), Map.of());
		for (RecordComponent component : raw.getRecordComponents()) {
			String name = name(component);
			Schema<?> property = properties.get(name);
			if (property == null) {
				continue;
			}
			constrain(component.getAnnotatedType(), property);
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				model.addRequiredItem(name);
			}
			else if (!raw.isAnnotationPresent(JsonInclude.class)) {
				properties.put(name, orNull(property));
			}
		}
	}

	private static String name(RecordComponent component) {
		var schema = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
		return (schema != null && !schema.name().isEmpty()) ? schema.name() : component.getName();
	}

	private static Schema<?> orNull(Schema<?> property) {
		if (property.get$ref() != null) {
			return typed(new Schema<>()).oneOf(List.of(property, typed(new Schema<>(), NULL)));
		}
		if (property.getTypes() != null) {
			property.addType(NULL);
		}
		if (property.getEnum() != null && !property.getEnum().contains(null)) {
			property.addEnumItemObject(null);
		}
		return property;
	}

	private static void constrain(java.lang.reflect.AnnotatedType type, Schema<?> schema) {
		if (type.isAnnotationPresent(NotBlank.class)) {
			schema.setPattern(TextRules.NOT_BLANK);
		}
		if (type instanceof AnnotatedParameterizedType generic) {
			java.lang.reflect.AnnotatedType[] parts = generic.getAnnotatedActualTypeArguments();
			if (schema.getItems() != null) {
				constrain(parts[0], schema.getItems());
			}
			else if (schema.getAdditionalProperties() instanceof Schema values) {
				constrainMap(type, parts, schema, values);
			}
		}
	}

	private static void constrainMap(AnnotatedElement type, java.lang.reflect.AnnotatedType[] parts, Schema<?> map,
			Schema<?> values) {
		SchemaUtils.applyValidationsToSchema(values, List.of(parts[1].getAnnotations()), "3.1.0");
		Size size = type.getAnnotation(Size.class);
		if (size != null) {
			map.setMaxProperties(size.max());
		}
		Pattern names = parts[0].getAnnotation(Pattern.class);
		if (names != null) {
			Schema<?> name = typed(new Schema<>(), "string");
			name.setPattern("^(?:" + names.regexp() + ")$");
			map.setPropertyNames(name);
		}
	}

	private static Schema<?> typed(Schema<?> schema, String... types) {
		schema.specVersion(SpecVersion.V31);
		Stream.of(types).forEach(schema::addType);
		return schema;
	}

}
