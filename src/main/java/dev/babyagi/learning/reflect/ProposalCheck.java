package dev.babyagi.learning.reflect;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.babyagi.lesson.LessonText;
import dev.babyagi.redaction.SecretPatterns;

/**
 * Whether a proposed lesson can be kept: it says when it applies and what to do, in a few
 * sentences, and holds no literal of the one task it comes from that the feedback itself
 * does not hold.
 */
final class ProposalCheck {

	private static final int MOST_SENTENCES = 3;

	private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|[\u3002\uff01\uff1f]");

	/** Numbers of two digits or more, quotations, and names that do not begin a text. */
	private static final Pattern LITERAL = Pattern.compile("(?<![\\p{L}\\p{N}.,])\\p{Nd}[\\p{Nd}.,]*\\p{Nd}"
			+ "|\"[^\"]{2,}\"|\u201c[^\u201d]{2,}\u201d|(?<=[\\p{L},] )\\p{Lu}\\p{Ll}{2,}");

	private final String task;

	private final String feedback;

	/**
	 * Creates a check.
	 * @param task what was asked, answered and expected
	 * @param feedback what the user said of it
	 */
	ProposalCheck(String task, String feedback) {
		this.task = task;
		this.feedback = feedback;
	}

	/** Why a lesson cannot be kept; nothing if it can. */
	Optional<String> refusal(LessonText text) {
		if (text.title().isBlank() || text.when().isBlank() || text.content().isBlank()) {
			return Optional.of("title, when or content is missing");
		}
		if (text.title().length() > LessonText.MAX_TITLE || text.when().length() > LessonText.MAX_CONDITION
				|| text.whenNot().length() > LessonText.MAX_CONDITION
				|| text.content().length() > LessonText.MAX_CONTENT) {
			return Optional.of("it is too long");
		}
		if (SENTENCE_END.matcher(text.content()).results().count() > MOST_SENTENCES) {
			return Optional.of("it has more than three sentences");
		}
		String whole = String.join("\n", text.title(), text.when(), text.whenNot(), text.content());
		return SecretPatterns.find(whole)
			.map((kind) -> "it holds what looks like a secret (" + kind + ")")
			.or(() -> literals(whole).stream()
				.filter((literal) -> this.task.contains(literal) && !this.feedback.contains(literal))
				.findFirst()
				.map((literal) -> "it holds " + literal + ", which belongs to the one task it comes from"));
	}

	/** The literals of a text, in its order. */
	static Set<String> literals(String text) {
		Set<String> literals = new LinkedHashSet<>();
		Matcher matcher = LITERAL.matcher(text);
		while (matcher.find()) {
			literals.add(matcher.group().replaceAll("[\"\u201c\u201d]", ""));
		}
		return literals;
	}

}
