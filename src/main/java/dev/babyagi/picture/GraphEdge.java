package dev.babyagi.picture;

/**
 * An edge between two nodes of a graph.
 *
 * @param from the number of the node at which it begins
 * @param to the number of the node to which it leads, which is greater
 * @param kind what it means
 */
record GraphEdge(int from, int to, Kind kind) {

	/** What an edge means. */
	enum Kind {

		/** The second task needs the artifact of the first. */
		NEEDS,

		/** The first task is a child of the second. */
		PART,

		/** The answer is made from the task. */
		ANSWER

	}

}
