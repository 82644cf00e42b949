package dev.babyagi.journey.dialogue;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence that states something: no question, no condition and no denial.
 *
 * @param text its words in half-width characters and without emphasis
 */
record StatedSentence(String text) {

	/** A longer one is no plain statement. */
	private static final int MAX_LENGTH = 600;

	private static final Pattern EMPHASIS = Pattern.compile("[*`]|(?<!\\p{L})_|_(?!\\p{L})");

	private static final Pattern QUESTION = Pattern.compile("(?:\\?|吗\\s*[?。.]?|呢\\s*\\?)\\s*$");

	private static final Pattern UNSURE = Pattern.compile(
			"\\b(?:if|whether|suppose|supposing|assuming|assume|unless|would|could|might|(?<!\\d\\s)may(?!\\s\\d)|imagine|"
					+ "not|never|no longer|nor|neither|instead of|rather than|contrary)\\b|n't\\b"
					+ "|如果|假如|假设|是否|若是|要是|倘若|也许|可能|不是|并非|不再|没有|而非|不为",
			Pattern.CASE_INSENSITIVE);

	static Optional<StatedSentence> of(String written) {
		if (written.isBlank() || written.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		String plain = Normalizer.normalize(EMPHASIS.matcher(written).replaceAll(""), Normalizer.Form.NFKC)
			.replace('\u2019', '\'')
			.strip();
		return (QUESTION.matcher(plain).find() || UNSURE.matcher(plain).find()) ? Optional.empty()
				: Optional.of(new StatedSentence(plain));
	}

}
