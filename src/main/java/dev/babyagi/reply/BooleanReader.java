package dev.babyagi.reply;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads yes or no from a reply: its first word, its last line, or what follows a marker
 * of an answer.
 */
public final class BooleanReader {

	private static final Set<String> TRUE = Set.of("true", "yes", "correct", "是", "是的", "对", "正确", "真");

	private static final Set<String> FALSE = Set.of("false", "no", "incorrect", "否", "不", "不是", "不对", "错", "错误", "假");

	private BooleanReader() {
	}

	public static ReadingResult read(String reply) {
		String plain = FinalAnswerLocator.withoutEmphasis(reply);
		return word(plain).or(() -> FinalAnswerLocator.afterMarker(plain).flatMap(BooleanReader::word))
			.or(() -> word(FinalAnswerLocator.lastLine(plain)))
			.<ReadingResult>map((truth) -> new ReadingResult.Value(ExactJson.NODES.booleanNode(truth)))
			.orElseGet(() -> new ReadingResult.Unreadable(
					"Either true or false was expected. Reply with that word alone"));
	}

	/**
	 * Reads a text that is such a word, or begins with it and continues after a comma or
	 * full stop.
	 */
	private static Optional<Boolean> word(String text) {
		String stripped = text.strip().toLowerCase(Locale.ROOT);
		int end = 0;
		while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
			end++;
		}
		boolean ends = end == stripped.length() || ",.;:!\n，。；：！".indexOf(stripped.charAt(end)) >= 0;
		return ends ? truth(stripped.substring(0, end)) : Optional.empty();
	}

	private static Optional<Boolean> truth(String word) {
		if (TRUE.contains(word)) {
			return Optional.of(true);
		}
		return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
	}

}
