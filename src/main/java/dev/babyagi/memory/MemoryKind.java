package dev.babyagi.memory;

/**
 * The kinds of memories.
 */
public enum MemoryKind {

	/** What is so, or was: a statement about a subject. */
	FACT,

	/** What somebody wants to be done in a certain way. */
	PREFERENCE,

	/**
	 * One round of a context, word for word: an objective and its answer. It has no row
	 * of its own: the row of the objective is indexed.
	 */
	TURN,

	/** How one objective went: its plan, its outcome and its cost. */
	EPISODE

}
