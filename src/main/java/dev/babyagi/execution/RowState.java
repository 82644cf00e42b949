package dev.babyagi.execution;

/**
 * How a copy in memory stands to its row.
 */
enum RowState {

	/** There is no row yet. */
	NEW,

	/** They are equal. */
	STORED,

	/** The copy is newer. */
	CHANGED;

	RowState changed() {
		return (this == NEW) ? NEW : CHANGED;
	}

}
