package dev.babyagi.dispatch;

import java.util.UUID;

/**
 * Carries out the work that was handed over. A replica holds the lease on one id while
 * this method runs, on a virtual thread that nobody interrupts.
 */
public interface WorkHandler {

	/**
	 * Carries the work on as far as it goes.
	 * @param id what was scheduled
	 * @return what is to become of the dispatch row
	 */
	WorkResult carry(UUID id);

}
