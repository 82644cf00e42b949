package dev.babyagi.memory.index;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A question to a conversation.
 *
 * @param ability what it asks for, or its category
 * @param text its words
 * @param evidence the turns that answer it; empty if nothing does
 */
record RetrievalQuestion(String ability, String text, Set<UUID> evidence) {

	static final String NOT_TOLD = "not told";

	static final String UNRELATED = "unrelated";

	RetrievalQuestion {
		evidence = Set.copyOf(evidence);
	}

	/**
	 * The share of the evidence that was found. Of what was not told it is 1 if nothing
	 * was found, else 0.
	 */
	double recall(List<UUID> found) {
		if (this.evidence.isEmpty()) {
			return found.isEmpty() ? 1 : 0;
		}
		return (double) this.evidence.stream().filter(found::contains).count() / this.evidence.size();
	}

}
