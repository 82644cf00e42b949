package dev.babyagi.journey.dialogue;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.memory.NormalizedText;

/**
 * Finds the value that a sentence states of one attribute of one subject, such as "your
 * favourite colour is blue", "favourite colour of Anna: blue" or 你最喜欢的颜色是蓝色.
 */
final class StatementPattern {

	private static final Set<String> USERS = Set.of("user", "i", "me", "you", "用户", "我", "你", "您");

	private static final String USER = "(?:(?:your|my|(?:the )?user's)\\s+|(?:您|你|我|用户)的?\\s*)";

	private static final String OF_USER = "(?:you|the user)";

	/** Words that may stand between an attribute and the verb. */
	private static final String BETWEEN = "(?:\\s*\\([^)]{0,40}\\)|,[^,]{1,40},)?(?:\\s+(?:now|currently|today|still|also|actually))?"
			+ "(?:现在|目前|如今|就|还|仍然?|其实|一直)?";

	private static final String IS = "(?:\\s+(?:is|are|was|were)\\s+(?:(?:now|currently|still|indeed|actually|therefore|simply)\\s+)?"
			+ "|\\s*[:=]\\s*|\\s*(?:是|为)\\s*)";

	private static final String VALUE = "((?:[^,;.!?。\\n\\uFF0C]|(?<=\\p{Nd})(?:[.,](?=\\p{Nd})|,(?=\\s\\p{Nd}{4}))){1,80})";

	/** British and American English spell some words in two ways. */
	private static final Pattern SPELLING = Pattern.compile("(?<=[a-z]{2})ou?r(?=(?:s|ites?|ed)?$)");

	private final StatedValue stated;

	private final Pattern pattern;

	StatementPattern(Statement statement) {
		this.stated = new StatedValue(statement.value());
		String subject = NormalizedText.name(statement.subject());
		String attribute = words(NormalizedText.name(statement.attribute().replace('_', ' ')));
		String owner = USERS.contains(subject) ? USER : words(subject) + "(?:'s|')?\\s*的?\\s*";
		String owned = USERS.contains(subject) ? OF_USER : words(subject);
		this.pattern = Pattern.compile(
				"(?:" + owner + "(?:(?:own|current|new|present|actual)\\s+)?" + attribute + "|" + attribute
						+ "\\s+(?:of|for)\\s+(?:the\\s+)?" + owned + ")" + BETWEEN + IS + VALUE,
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/** The words of a name, whatever stands between them, and no part of longer words. */
	private static String words(String name) {
		String words = Stream.of(name.split("\\s+", -1))
			.map((word) -> Stream.of(SPELLING.split(word, -1)).map(Pattern::quote).collect(Collectors.joining("ou?r")))
			.collect(Collectors.joining("[\\s_'-]*"));
		boolean spaced = !name.isEmpty() && !Character.isIdeographic(name.codePointAt(0));
		return spaced ? "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])" + words + "(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])" : words;
	}

	/**
	 * The value that a sentence states, if it is another one.
	 * @param objective what was wanted: a value that it names is no contradiction
	 */
	Optional<String> otherValue(StatedSentence sentence, String objective) {
		if (this.stated.isIn(sentence.text())) {
			return Optional.empty();
		}
		Matcher matcher = this.pattern.matcher(sentence.text());
		while (matcher.find()) {
			Optional<StatedValue> said = StatedValue.said(matcher.group(1))
				.filter((value) -> this.stated.isLike(value) && !this.stated.isSameAs(value) && !value.isIn(objective));
			if (said.isPresent()) {
				return said.map(StatedValue::text);
			}
		}
		return Optional.empty();
	}

}
