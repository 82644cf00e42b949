package dev.babyagi.planning.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads fields of a reply leniently.
 */
public final class ReplyFields {

	private ReplyFields() {
	}

	/** Returns a text or number that is not blank, or {@code null}. */
	public static @Nullable String text(JsonNode object, String field) {
		JsonNode value = object.path(field);
		if (!value.isString() && !value.isNumber()) {
			return null;
		}
		String text = value.asString().strip();
		return text.isEmpty() ? null : text;
	}

	/** Returns a text in lower case, or {@code null}. */
	static @Nullable String word(JsonNode object, String field) {
		String text = text(object, field);
		return (text != null) ? text.toLowerCase(Locale.ROOT) : null;
	}

	/** Returns a list of texts; a single text is read as a list separated by commas. */
	static List<String> list(JsonNode object, String field) {
		JsonNode value = object.path(field);
		List<String> texts = new ArrayList<>();
		if (value.isString()) {
			texts.addAll(List.of(value.stringValue().split(",")));
		}
		else {
			value.forEach((entry) -> texts.add(entry.isContainer() ? entry.toString() : entry.asString()));
		}
		return texts.stream().map(String::strip).filter((text) -> !text.isEmpty()).distinct().toList();
	}

	/** Returns the constant with this name, or another if there is none. */
	static <E extends Enum<E>> E constant(@Nullable String word, E otherwise) {
		for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
			if (constant.name().equalsIgnoreCase(word)) {
				return constant;
			}
		}
		return otherwise;
	}

	/** Returns an object or array, or {@code null}. */
	static @Nullable JsonNode document(JsonNode object, String field) {
		JsonNode value = object.path(field);
		return value.isContainer() ? value : null;
	}

}
