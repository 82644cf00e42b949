package dev.babyagi.memory;

import java.util.List;

/**
 * Leaves out hits whose rows have been superseded or forgotten since they were indexed.
 */
@FunctionalInterface
interface CurrentHits {

	/** Those that may be recalled now, in the same order. */
	List<MemoryHit> current(List<MemoryHit> hits);

}
