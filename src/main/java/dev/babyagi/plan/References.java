package dev.babyagi.plan;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds and replaces references in texts and JSON. A text is read once, by one pattern.
 * Inserted text is not read again, so an artifact cannot refer to another.
 * <p>
 * Only the canonical spelling counts, <code>${t2.output}</code> with an optional path.
 * The aliases that models write are normalised when their plan is read.
 */
public final class References {

	/** A number with a larger scale is inserted in scientific notation. */
	private static final int MAX_PLAIN_SCALE = 10_000;

	private References() {
	}

	/** Returns the tasks that a text refers to, in order of appearance. */
	public static Set<String> tasksIn(String text) {
		Set<String> tasks = new LinkedHashSet<>();
		collect(text, tasks);
		return tasks;
	}

	/** Returns the tasks that texts anywhere in a JSON document refer to. */
	public static Set<String> tasksIn(JsonNode node) {
		Set<String> tasks = new LinkedHashSet<>();
		collect(node, tasks);
		return tasks;
	}

	/**
	 * Returns what seems to be a reference in a text, such as <code>${t1 | upper}</code>,
	 * but is none that can be resolved.
	 */
	public static Set<String> unreadIn(String text) {
		Set<String> unread = new LinkedHashSet<>();
		Matcher matcher = (text.indexOf('{') >= 0) ? ReferenceSyntax.SEEMING.matcher(text) : null;
		while (matcher != null && matcher.find()) {
			if (!ReferenceSyntax.CANONICAL.matches(matcher.group())) {
				unread.add(matcher.group());
			}
		}
		return unread;
	}

	/** Returns what seems to be a reference in the texts of a JSON document. */
	public static Set<String> unreadIn(JsonNode node) {
		return node.isString() ? unreadIn(node.stringValue())
				: node.valueStream().flatMap((child) -> unreadIn(child).stream()).collect(Collectors.toSet());
	}

	/**
	 * Replaces each reference of a text.
	 * @param text the text
	 * @param textOf returns the text that replaces a reference; {@link Reference#text()}
	 * keeps the reference
	 * @return the text with every reference replaced
	 */
	public static String render(String text, Function<Reference, String> textOf) {
		if (hasNone(text)) {
			return text;
		}
		StringBuilder rendered = new StringBuilder();
		Matcher matcher = ReferenceSyntax.CANONICAL.matcher(text);
		int end = 0;
		while (matcher.find()) {
			rendered.append(text, end, matcher.start()).append(textOf.apply(reference(matcher)));
			end = matcher.end();
		}
		return rendered.append(text, end, text.length()).toString();
	}

	/**
	 * Replaces each reference in the texts of a JSON document. Names of fields stay as
	 * they are. A text that is exactly one reference becomes the value itself with its
	 * JSON type. In a longer text the value is inserted as text, see {@link #spliced}.
	 * @param node the document; it is not changed
	 * @param valueOf returns the value that replaces a reference
	 * @return a new document
	 */
	public static JsonNode resolve(JsonNode node, Function<Reference, JsonNode> valueOf) {
		if (node.isString()) {
			return resolveText(node.stringValue(), valueOf);
		}
		if (node instanceof ObjectNode object) {
			ObjectNode resolved = JsonNodeFactory.instance.objectNode();
			object.forEachEntry((name, value) -> resolved.set(name, resolve(value, valueOf)));
			return resolved;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
			array.forEach((value) -> resolved.add(resolve(value, valueOf)));
			return resolved;
		}
		return node;
	}

	/**
	 * Returns a value as it is inserted into a text: texts as they are, numbers in plain
	 * decimal notation with every digit, the rest as JSON.
	 */
	public static String spliced(JsonNode value) {
		if (value.isString()) {
			return value.stringValue();
		}
		if (value instanceof NumericNode numeric && !numeric.isNaN()) {
			BigDecimal number = numeric.decimalValue();
			return (Math.abs(number.scale()) <= MAX_PLAIN_SCALE) ? number.toPlainString() : number.toString();
		}
		return value.toString();
	}

	private static JsonNode resolveText(String text, Function<Reference, JsonNode> valueOf) {
		if (hasNone(text)) {
			return JsonNodeFactory.instance.stringNode(text);
		}
		Matcher whole = ReferenceSyntax.CANONICAL.matcher(text);
		if (whole.matches()) {
			return valueOf.apply(reference(whole));
		}
		String rendered = render(text, (reference) -> spliced(valueOf.apply(reference)));
		return JsonNodeFactory.instance.stringNode(rendered);
	}

	private static void collect(JsonNode node, Set<String> tasks) {
		if (node.isString()) {
			collect(node.stringValue(), tasks);
		}
		else {
			node.forEach((child) -> collect(child, tasks));
		}
	}

	private static void collect(String text, Set<String> tasks) {
		if (hasNone(text)) {
			return;
		}
		Matcher matcher = ReferenceSyntax.CANONICAL.matcher(text);
		while (matcher.find()) {
			tasks.add(matcher.group(1));
		}
	}

	/** Most texts contain no reference, which this check finds without the pattern. */
	private static boolean hasNone(String text) {
		return !text.contains("${t");
	}

	private static Reference reference(Matcher matcher) {
		return new Reference(matcher.group(1), ReferenceSyntax.steps(matcher.group(2)));
	}

}
