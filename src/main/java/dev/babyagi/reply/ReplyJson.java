package dev.babyagi.reply;

import java.util.Optional;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.LooseJson.Document;

/**
 * Finds the JSON document in a model's reply, whatever surrounds it: fences, prose, other
 * brackets.
 */
public final class ReplyJson {

	/**
	 * The most opening brackets that are tried; the first is nearly always the document.
	 */
	private static final int MAX_TRIES = 20;

	private ReplyJson() {
	}

	/**
	 * Returns the first document that satisfies the condition.
	 */
	public static Optional<Document> find(String reply, Predicate<JsonNode> wanted) {
		int from = opening(reply, 0);
		for (int tries = 0; from >= 0 && tries < MAX_TRIES; tries++) {
			Optional<Document> document = LooseJson.read(reply, from);
			if (document.isPresent() && wanted.test(document.get().root())) {
				return document;
			}
			boolean whole = document.isPresent() && !document.get().truncated();
			from = opening(reply, whole ? document.get().end() : from + 1);
		}
		return Optional.empty();
	}

	private static int opening(String reply, int from) {
		for (int at = from; at < reply.length(); at++) {
			if (reply.charAt(at) == '{' || reply.charAt(at) == '[') {
				return at;
			}
		}
		return -1;
	}

}
