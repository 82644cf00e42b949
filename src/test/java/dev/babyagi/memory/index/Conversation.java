package dev.babyagi.memory.index;

import java.util.List;

import dev.babyagi.memory.IndexedMemory;

/**
 * A conversation of many sessions with questions to it.
 *
 * @param turns what was said
 * @param questions what is asked afterwards
 */
record Conversation(List<IndexedMemory> turns, List<RetrievalQuestion> questions) {

	Conversation {
		turns = List.copyOf(turns);
		questions = List.copyOf(questions);
	}

}
