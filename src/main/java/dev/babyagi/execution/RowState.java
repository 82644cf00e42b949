package dev.babyagi.execution;

/**
 * How a copy in memory differs from its row.
 */
enum RowState {

	/** There is no row yet. */
	NEW,

	/** The copy and the row are equal. */
	STORED,

	/** The copy is newer than the row. */
	CHANGED;

	RowState changed() {
		return (this == NEW) ? NEW : CHANGED;
	}

}
