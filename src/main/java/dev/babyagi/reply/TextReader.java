package dev.babyagi.reply;

import java.util.Locale;
import java.util.Optional;

import dev.babyagi.reply.LooseJson.Document;

/**
 * Reads a text from a reply. A text that the model wrapped in JSON is taken out, unless
 * the question itself speaks of JSON.
 */
public final class TextReader {

	private TextReader() {
	}

	/**
	 * Reads a reply.
	 * @param question what the model was asked
	 * @param reply its reply
	 */
	public static ReadingResult read(String question, String reply) {
		if (question.toLowerCase(Locale.ROOT).contains("json")) {
			return text(reply);
		}
		return ReplyJson.alone(reply).flatMap(TextReader::unwrapped).orElseGet(() -> text(reply));
	}

	private static Optional<ReadingResult> unwrapped(Document document) {
		return document.truncated()
				? Optional.of(new ReadingResult.Unreadable("The JSON document breaks off before its end"))
				: ReplyEnvelope.of(document.root())
					.map((envelope) -> envelope.read((value) -> text(DisplayValues.text(value))));
	}

	private static ReadingResult text(String text) {
		return new ReadingResult.Value(ExactJson.text(text.strip()));
	}

}
