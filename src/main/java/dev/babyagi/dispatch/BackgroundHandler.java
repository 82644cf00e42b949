package dev.babyagi.dispatch;

import java.util.UUID;

/**
 * Handles one kind of work that was scheduled with {@link BackgroundWork}. Each kind is a
 * bean. {@link #handle} is called on a virtual thread that nobody interrupts, and this
 * replica holds the lease on the work while the call lasts.
 */
public interface BackgroundHandler {

	/**
	 * The kind of work, a short name that never changes: rows bear it.
	 */
	String kind();

	/**
	 * Does as much of the work as can be done now.
	 * @param id the id that was scheduled
	 * @return what happens to the dispatch row
	 */
	WorkResult handle(UUID id);

	/**
	 * Makes the calls of {@link #handle} under way return within a second, because this
	 * replica is stopping. What they return is heeded.
	 */
	void cut();

}
