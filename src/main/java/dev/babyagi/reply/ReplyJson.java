package dev.babyagi.reply;

import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.LooseJson.Document;

/**
 * Finds the JSON document in a model's reply, whatever surrounds it: fences, tags, prose,
 * other brackets. It is the only reader of JSON in replies, see {@link LooseJson} for
 * what it tolerates.
 */
public final class ReplyJson {

	/**
	 * The most opening brackets that are tried; the first is nearly always the document.
	 */
	private static final int MAX_TRIES = 20;

	private ReplyJson() {
	}

	/** Returns the longest object or array. */
	public static Optional<Document> find(String reply) {
		return find(reply, (_) -> true);
	}

	/**
	 * Returns the longest object or array that satisfies the condition. A footnote such
	 * as {@code [1]} does not count if there is another document.
	 */
	public static Optional<Document> find(String reply, Predicate<JsonNode> wanted) {
		Document longest = null;
		int from = opening(reply, 0);
		for (int tries = 0; from >= 0 && tries < MAX_TRIES; tries++) {
			Document document = LooseJson.read(reply, from).orElse(null);
			int next = from + 1;
			if (document != null && wanted.test(document.root())) {
				longest = longer(document, longest);
				next = document.end();
			}
			else if (document != null && !document.truncated()) {
				next = document.end();
			}
			from = opening(reply, next);
		}
		return Optional.ofNullable(longest);
	}

	/**
	 * Returns the document of a reply that consists of it, but for fences, tags and a
	 * comment around it.
	 */
	public static Optional<Document> alone(String reply) {
		return find(reply).filter((document) -> isMarkup(reply.substring(0, document.start()))
				&& isMarkup(reply.substring(document.end())));
	}

	/**
	 * Returns whether a reply begins like a JSON document, whether or not it can be read.
	 */
	public static boolean isMeant(String reply) {
		String begin = reply.strip();
		return begin.startsWith("{") || begin.startsWith("[{") || begin.startsWith("```json")
				|| begin.startsWith("<tool_call>");
	}

	private static Document longer(Document document, @Nullable Document other) {
		return (other == null || document.length() > other.length()) ? document : other;
	}

	private static boolean isMarkup(String text) {
		String left = text.strip();
		if (left.startsWith("#") || left.startsWith("//")) {
			return left.lines().count() == 1;
		}
		boolean opens = left.isEmpty() || left.startsWith("```") || left.startsWith("<");
		boolean closes = left.isEmpty() || left.endsWith("```") || left.endsWith(">");
		return (opens || closes) && left.length() <= 20 && left.lines().count() <= 2;
	}

	private static int opening(String reply, int from) {
		int object = reply.indexOf('{', from);
		int array = reply.indexOf('[', from);
		return (object < 0 || array < 0) ? Math.max(object, array) : Math.min(object, array);
	}

}
