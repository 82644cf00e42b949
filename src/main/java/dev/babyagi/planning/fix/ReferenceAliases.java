package dev.babyagi.planning.fix;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.ReferenceSyntax;
import dev.babyagi.plan.TaskId;

/**
 * Turns what models write for a reference ({@code $2}, {@code #E2}, <code>${2}</code>,
 * <code>{{t2.result}}</code>) into the canonical spelling. The longest match counts, so
 * {@code $15} is never {@code $1} followed by a 5.
 */
public final class ReferenceAliases {

	private static final Pattern BARE_VALUE = Pattern.compile("(" + TaskId.PATTERN + ")(\\.output.*)?");

	private static final Pattern QUOTED_STEP = Pattern.compile("\\['([^'\"]+)'\\]");

	/** The group of an id without braces. */
	private static final int BARE = 7;

	private static final Set<String> OUTPUT = Set.of("output", "result", "value", "answer", "text");

	private final Predicate<String> isTask;

	private final Map<String, String> names;

	/** References to one of the names. The groups are name and path. */
	private final Pattern named;

	/**
	 * Creates a reader of aliases.
	 * @param isTask whether a bare {@code $2} means the task {@code t2}; if not, it is an
	 * amount of money
	 */
	public ReferenceAliases(Predicate<String> isTask) {
		this(isTask, Map.of());
	}

	/**
	 * Creates a reader of aliases.
	 * @param isTask whether a bare {@code $2} means the task {@code t2}
	 * @param names the ids of tasks that the planner named in its own way, and what they
	 * are called now
	 */
	ReferenceAliases(Predicate<String> isTask, Map<String, String> names) {
		this.isTask = isTask;
		this.names = Map.copyOf(names);
		this.named = names.isEmpty() ? ReferenceSyntax.ALIKE : ReferenceSyntax.named(this.names.keySet());
	}

	JsonNode normalise(JsonNode node) {
		if (node.isString()) {
			return JsonNodeFactory.instance.stringNode(normaliseValue(node.stringValue()));
		}
		if (node instanceof ObjectNode object) {
			return normaliseFields(object);
		}
		if (node instanceof ArrayNode array) {
			ArrayNode normalised = JsonNodeFactory.instance.arrayNode();
			array.forEach((value) -> normalised.add(normalise(value)));
			return normalised;
		}
		return node;
	}

	ObjectNode normaliseFields(ObjectNode object) {
		ObjectNode normalised = JsonNodeFactory.instance.objectNode();
		object.forEachEntry((name, value) -> normalised.set(name, normalise(value)));
		return normalised;
	}

	@Nullable Conclusion normalise(@Nullable Conclusion conclusion) {
		return (conclusion instanceof Conclusion.Template(String value))
				? new Conclusion.Template(normaliseValue(value)) : conclusion;
	}

	/**
	 * Replaces a value that is only a task's id or output by a reference to that output.
	 */
	public String normaliseValue(String text) {
		String name = this.names.get(text.strip());
		if (name != null) {
			return canonical(name, null);
		}
		Matcher bare = BARE_VALUE.matcher(text.strip());
		if (bare.matches() && this.isTask.test(bare.group(1))) {
			return canonical(bare.group(1), bare.group(2));
		}
		return normalise(text);
	}

	String normalise(String text) {
		if (text.indexOf('$') < 0 && text.indexOf('#') < 0 && text.indexOf('{') < 0) {
			return text;
		}
		String numbered = this.names.isEmpty() ? text : replaced(text, this.named,
				(found) -> canonical(this.names.getOrDefault(found.group(1), found.group(1)), path(found, 2)));
		return replaced(numbered, ReferenceSyntax.ALIKE, (found) -> reading(found, numbered));
	}

	private static String replaced(String text, Pattern pattern, Function<Matcher, String> replacement) {
		StringBuilder replaced = new StringBuilder();
		Matcher matcher = pattern.matcher(text);
		int end = 0;
		while (matcher.find()) {
			replaced.append(text, end, matcher.start()).append(replacement.apply(matcher));
			end = matcher.end();
		}
		return replaced.append(text, end, text.length()).toString();
	}

	/** Returns a path with its names in double quotes. */
	private static String path(Matcher matcher, int group) {
		return QUOTED_STEP.matcher(matcher.group(group)).replaceAll("[\"$1\"]");
	}

	private String reading(Matcher matcher, String text) {
		if (matcher.group(BARE) != null) {
			return readingOfBare(matcher, text);
		}
		int group = 1;
		while (matcher.group(group) == null) {
			group += 2;
		}
		String path = path(matcher, group + 1);
		return TaskId.normalise(matcher.group(group)).map((taskId) -> canonical(taskId, path)).orElse(matcher.group());
	}

	private String readingOfBare(Matcher matcher, String text) {
		String id = matcher.group(BARE);
		boolean money = Character.isDigit(id.charAt(1));
		return TaskId.normalise(id)
			.filter((taskId) -> !goesOn(text, matcher.end()) && (!money || this.isTask.test(taskId)))
			.map((taskId) -> canonical(taskId, matcher.group(BARE + 1)))
			.orElse(matcher.group());
	}

	/** Whether a word or a number continues, as in {@code $2.50} or {@code #E2E8F0}. */
	private static boolean goesOn(String text, int end) {
		if (end >= text.length()) {
			return false;
		}
		char next = text.charAt(end);
		boolean joins = next == '.' || next == ',' || next == '-';
		return isWordPart(next) || (joins && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)));
	}

	private static boolean isWordPart(char character) {
		return character == '_' || (character < 128 && Character.isLetterOrDigit(character));
	}

	private static String canonical(String taskId, @Nullable String path) {
		String steps = (path != null) ? path : "";
		for (String word : OUTPUT) {
			if (steps.startsWith("[\"" + word + "\"]")) {
				return "${" + taskId + ".output" + steps.substring(word.length() + 4) + "}";
			}
			if (steps.equals("." + word) || steps.startsWith("." + word + ".") || steps.startsWith("." + word + "[")) {
				return "${" + taskId + ".output" + steps.substring(word.length() + 1) + "}";
			}
		}
		return "${" + taskId + ".output" + steps + "}";
	}

}
