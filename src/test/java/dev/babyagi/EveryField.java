package dev.babyagi;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.ExactJson;

/**
 * Every field of an object, for tests that must not forget one. It knows how to fill the
 * types of today's fields, and says so when a field of another type is added.
 */
public final class EveryField {

	private int count;

	private EveryField() {
	}

	/**
	 * Gives every field a value that is neither its default nor that of another field.
	 */
	public static <T> T fill(T object) {
		EveryField filler = new EveryField();
		fields(object).forEach((field) -> set(field, object, filler.another(field, get(field, object))));
		return object;
	}

	/** The values by the names of their fields. */
	public static Map<String, @Nullable Object> of(Object object) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		fields(object).forEach((field) -> values.put(field.getName(), get(field, object)));
		return values;
	}

	private static Stream<Field> fields(Object object) {
		return Stream.of(object.getClass().getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
			.peek(EveryField::open);
	}

	private Object another(Field field, @Nullable Object present) {
		Object value = value(field.getGenericType());
		while (value.equals(present)) {
			value = value(field.getGenericType());
		}
		return value;
	}

	private Object value(Type type) {
		this.count++;
		if (type instanceof ParameterizedType generic) {
			return collection(generic);
		}
		return ((Class<?>) type).isRecord() ? record((Class<?>) type) : simple((Class<?>) type);
	}

	private Object collection(ParameterizedType type) {
		Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
		if (type.getRawType() == List.class) {
			return new ArrayList<>(List.of(value(last)));
		}
		if (type.getRawType() == Map.class) {
			return new HashMap<>(Map.of("name", value(last)));
		}
		throw unknown(type);
	}

	private Object simple(Class<?> type) {
		if (type.isEnum()) {
			Object[] constants = type.getEnumConstants();
			return constants[this.count % constants.length];
		}
		return switch (type.getName()) {
			case "boolean" -> true;
			case "int" -> this.count;
			case "long" -> (long) this.count;
			case "java.lang.Object", "java.lang.String" -> "text " + this.count;
			case "java.util.UUID" -> new UUID(0, this.count);
			case "java.time.Instant" -> Instant.ofEpochSecond(this.count);
			case "java.time.Duration" -> Duration.ofSeconds(this.count);
			case "java.math.BigDecimal" -> BigDecimal.valueOf(this.count);
			case "tools.jackson.databind.JsonNode" -> json();
			default -> throw unknown(type);
		};
	}

	private JsonNode json() {
		return ExactJson.text("text " + this.count);
	}

	private Object record(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		Object[] values = Stream.of(components).map((component) -> value(component.getGenericType())).toArray();
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			open(constructor);
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot make a " + type, ex);
		}
	}

	private static IllegalStateException unknown(Type type) {
		return new IllegalStateException(
				"No value is known for %s: add one, and ask whether a copy may share it".formatted(type));
	}

	private static void open(AccessibleObject member) {
		member.setAccessible(true);
	}

	private static @Nullable Object get(Field field, Object object) {
		try {
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("It was opened", ex);
		}
	}

	private static void set(Field field, Object object, Object value) {
		try {
			field.set(object, value);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("It was opened", ex);
		}
	}

}
