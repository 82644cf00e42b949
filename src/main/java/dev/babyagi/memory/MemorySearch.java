package dev.babyagi.memory;

import java.util.List;

/**
 * Searches memories. It reads a local index and no database, so task threads may call it.
 */
public interface MemorySearch {

	/**
	 * Returns the memories that fit a cue, best first. It may miss what was written
	 * within the last two seconds.
	 */
	List<MemoryHit> search(MemoryQuery query);

	/**
	 * Whether there is anything that a tenant could recall. It costs nothing: an
	 * objective of a tenant without memories asks this and no more.
	 */
	boolean hasAny(String tenant);

	/** Reads the newest changes now, as it does every second. */
	void catchUp();

	/** How far the index of this replica is. */
	IndexStatus status();

}
