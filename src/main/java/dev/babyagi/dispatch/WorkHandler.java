package dev.babyagi.dispatch;

import java.util.UUID;

/**
 * Handles work that was scheduled with {@link Dispatch}. It is called on a virtual thread
 * that nobody interrupts, and this replica holds the lease on the id while the call
 * lasts.
 */
public interface WorkHandler {

	/**
	 * Does as much of the work as can be done now.
	 * @param id the id that was scheduled
	 * @return what happens to the dispatch row
	 */
	WorkResult handle(UUID id);

}
