package dev.babyagi.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the part of a longer reply that states its answer explicitly.
 */
final class FinalAnswerLocator {

	private static final List<String> MARKERS = List.of("answer is", "answer:", "answer =", "answer was", "result is",
			"result:", "result =", "####", "\\boxed{", "答案是", "答案为", "答案:", "答案：", "结果是", "结果为", "结果:", "结果：", "等于");

	private FinalAnswerLocator() {
	}

	/** Returns the text after the last marker of an answer. */
	static Optional<String> afterMarker(String reply) {
		String lower = reply.toLowerCase(Locale.ROOT);
		int end = -1;
		for (String marker : MARKERS) {
			int index = lower.lastIndexOf(marker);
			end = (index >= 0) ? Math.max(end, index + marker.length()) : end;
		}
		return (end >= 0 && lower.length() == reply.length()) ? Optional.of(reply.substring(end)) : Optional.empty();
	}

	/** Returns the text after the last equals sign. */
	static Optional<String> afterEquals(String reply) {
		int index = reply.lastIndexOf('=');
		return (index >= 0) ? Optional.of(reply.substring(index + 1)) : Optional.empty();
	}

	static String lastLine(String reply) {
		String stripped = reply.strip();
		return stripped.substring(stripped.lastIndexOf('\n') + 1).strip();
	}

	/** Returns a reply without the marks that models use for emphasis. */
	static String withoutEmphasis(String reply) {
		return reply.replace("**", "").replace("__", "").replace("`", "").strip();
	}

}
