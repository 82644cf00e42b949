package dev.babyagi.memory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the index of a replica is.
 *
 * @param state what it does
 * @param documents the memories and turns in it
 * @param withVectors those of them that have a vector of the present model
 * @param model the model of the vectors
 * @param caughtUpTo the change up to which it has read, or {@code null} before the first
 * @param error the class of failure that it recovers from, or {@code null}
 */
public record IndexStatus(State state, long documents, long withVectors, String model, @Nullable Instant caughtUpTo,
		@Nullable String error) {

	/** What an index does. */
	public enum State {

		/** Nothing has been remembered, so it is not open. */
		UNUSED,

		/** It reads rows that were there before it; what it has read is found. */
		CATCHING_UP,

		/** It has read every row and looks for new ones each second. */
		CURRENT

	}

}
