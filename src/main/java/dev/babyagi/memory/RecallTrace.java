package dev.babyagi.memory;

import java.util.Set;
import java.util.UUID;

import dev.babyagi.objective.Objective;

/**
 * Tells what an objective was told from memory. The module that carries objectives out
 * implements it.
 */
public interface RecallTrace {

	/** Returns what an objective that has ended was told. */
	Recalled of(Objective objective);

	/**
	 * What an objective was told.
	 *
	 * @param ids the memories, and the objectives whose turns, that its prompts held
	 * @param tainted whether any of its tasks read something that nobody vouches for
	 */
	record Recalled(Set<UUID> ids, boolean tainted) {

		/** Nothing was recalled. */
		public static final Recalled NOTHING = new Recalled(Set.of(), false);

		public Recalled {
			ids = Set.copyOf(ids);
		}

	}

}
