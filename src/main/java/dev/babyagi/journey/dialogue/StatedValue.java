package dev.babyagi.journey.dialogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.babyagi.memory.NormalizedText;
import dev.babyagi.reply.DateReader;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.Quantities;
import dev.babyagi.reply.Quantity;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.ValueEquality;

/**
 * The value in a statement.
 *
 * @param text the value as it was written
 */
record StatedValue(String text) {

	/** Words by which a value may be longer than another of the same attribute. */
	private static final int MORE_WORDS = 3;

	/** Characters, for scripts without spaces. */
	private static final int MORE_CHARACTERS = 8;

	private static final Pattern END = Pattern.compile(
			"\\s+(?:and|but|because|since|so|which|that|as|while|according)\\s.*|\\s+[-–—]+\\s.*|[(（].*|而.*|但.*|因为.*");

	private static final Pattern QUOTES = Pattern.compile("[\"'“”‘’「」《》]");

	/** All signs but those of numbers and of names such as C++. */
	private static final Pattern BETWEEN_WORDS = Pattern
		.compile("(?:(?!(?<=\\p{N})[.,](?=\\p{N})|(?<![\\p{L}\\p{N}])-(?=\\p{N}))[^\\p{L}\\p{N}+#%])+");

	private static final Pattern DIGITS = Pattern.compile("\\d[\\d,.]*");

	/** Says something about the attribute, and not what it is. */
	private static final Pattern NO_VALUE = Pattern
		.compile("(?:(?:un)?(?:known|clear|certain|specified|defined|available)|given|stored|saved|noted|listed|shown|"
				+ "mentioned|used|important|relevant|different|the same|what|where|which|how|one of|an? |very|too|up to|"
				+ "your|my|based|as |also|in |on )\\b.*|(?:什么|多少|哪|谁|未知|已知|很|非常|不|一[个种]|你|您|我|根据|基于|最).*",
				Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** Reads what follows the verb of a sentence; empty if that is no value. */
	static Optional<StatedValue> said(String rest) {
		String text = QUOTES.matcher(END.matcher(rest).replaceFirst("")).replaceAll("").strip();
		return (text.isEmpty() || NO_VALUE.matcher(text).matches()) ? Optional.empty()
				: Optional.of(new StatedValue(text));
	}

	/** Whether a text names it, as whole words. */
	boolean isIn(String other) {
		String words = words(other);
		return (" " + words + " ").contains(" " + words() + " ") || (isWithoutSpaces() && words.contains(words()));
	}

	private String words() {
		return NormalizedText.name(words(this.text));
	}

	private static String words(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return BETWEEN_WORDS.matcher(folded).replaceAll(" ").strip();
	}

	private boolean isWithoutSpaces() {
		return this.text.codePoints().anyMatch(Character::isIdeographic);
	}

	/**
	 * Whether another one has its form, so that it may be the value of the same
	 * attribute.
	 */
	boolean isLike(StatedValue other) {
		if ((digitGroups() == 0) != (other.digitGroups() == 0) || (isDate() && !other.isDate())) {
			return false;
		}
		return isWithoutSpaces() ? other.text.length() <= this.text.length() + MORE_CHARACTERS
				: other.words().split(" ", -1).length <= words().split(" ", -1).length + MORE_WORDS;
	}

	/** Whether they are the same, or one of them only says more. */
	boolean isSameAs(StatedValue other) {
		return ValueEquality.key(ExactJson.text(this.text)).equals(ValueEquality.key(ExactJson.text(other.text)))
				|| isIn(other.text) || other.isIn(this.text) || isSameDate(other) || isSameNumber(other);
	}

	private boolean isDate() {
		return DateReader.read(this.text) instanceof ReadingResult.Value;
	}

	private boolean isSameDate(StatedValue other) {
		return isDate() && DateReader.read(this.text).equals(DateReader.read(other.text));
	}

	/** A date has several numbers, and is compared as a date. */
	private boolean isSameNumber(StatedValue other) {
		List<Quantity> numbers = Quantities.in(this.text).found();
		List<Quantity> others = Quantities.in(other.text).found();
		return digitGroups() == 1 && other.digitGroups() == 1 && numbers.size() == 1 && others.size() == 1
				&& numbers.getFirst().value().compareTo(others.getFirst().value()) == 0;
	}

	private long digitGroups() {
		return DIGITS.matcher(this.text).results().count();
	}

}
