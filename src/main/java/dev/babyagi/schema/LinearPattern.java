package dev.babyagi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * A regular expression from a client, a tool or a model. RE2/J runs it, in time that is
 * linear in the text, and its own size is bounded.
 */
public final class LinearPattern {

	private static final int MAX_LENGTH = 1_000;

	/**
	 * Bounds the size of the automaton and, with it, the time per character of a text.
	 * RE2/J bounds a repetition by 1,000, but not the product of nested ones.
	 */
	private static final int MAX_SIZE = 2_000;

	private static final java.util.regex.Pattern UNICODE_ESCAPE = java.util.regex.Pattern
		.compile("\\\\u([0-9a-fA-F]{4})");

	/** The values of these keywords are data, even if they look like a schema. */
	private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

	private final Pattern pattern;

	private LinearPattern(Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Compiles a pattern.
	 * @throws IllegalArgumentException if the text is not a pattern, needs backtracking,
	 * or needs too large an automaton
	 */
	public static LinearPattern compile(String pattern) {
		if (pattern.length() > MAX_LENGTH || pattern.contains("\\Q") || PatternSize.of(pattern) > MAX_SIZE) {
			throw new IllegalArgumentException("the pattern is longer than 1,000 characters, repeats too much, or "
					+ "quotes with \\Q; write a simpler one");
		}
		try {
			return new LinearPattern(Pattern.compile(UNICODE_ESCAPE.matcher(pattern).replaceAll("\\\\x{$1}")));
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException("the pattern cannot be used (" + ex.getDescription()
					+ "); look-around and back references are not supported", ex);
		}
	}

	/** Compiles a pattern, or returns nothing if it cannot be used. */
	public static Optional<LinearPattern> of(String pattern) {
		try {
			return Optional.of(compile(pattern));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Returns whether the pattern matches a whole text. */
	public boolean matches(String text) {
		return this.pattern.matches(text);
	}

	/** Returns whether the pattern matches anywhere in a text, as in JSON Schema. */
	public boolean isFoundIn(String text) {
		return this.pattern.matcher(text).find();
	}

	/**
	 * Returns what is wrong with the patterns of a schema, each with its JSON pointer.
	 * The validator would log the first wrong one and say less about it.
	 */
	static List<String> problems(JsonNode schema) {
		List<String> problems = new ArrayList<>();
		collect(schema, "", problems);
		return problems;
	}

	private static void collect(JsonNode schema, String pointer, List<String> problems) {
		if (schema.isArray()) {
			for (int i = 0; i < schema.size(); i++) {
				collect(schema.path(i), pointer + "/" + i, problems);
			}
		}
		for (Map.Entry<String, JsonNode> property : schema.properties()) {
			String name = property.getKey();
			JsonNode content = property.getValue();
			String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
			if (name.equals("pattern") && content.isString()) {
				tryOut(content.asString(), place, problems);
			}
			if (name.equals("patternProperties")) {
				content.propertyNames().forEach((pattern) -> tryOut(pattern, place, problems));
			}
			if (!DATA.contains(name)) {
				collect(content, place, problems);
			}
		}
	}

	private static void tryOut(String pattern, String place, List<String> problems) {
		try {
			compile(pattern);
		}
		catch (IllegalArgumentException ex) {
			problems.add(place + ": " + ex.getMessage());
		}
	}

}
