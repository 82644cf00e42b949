package dev.babyagi.dataset;

import java.util.UUID;

/**
 * What the rows of a family of objectives are used for. A family is never in both, so
 * that what a model is tried on is nothing that it was trained on.
 */
public enum DatasetSplit {

	/** To train. */
	TRAIN,

	/** To try what was trained. */
	HELD_OUT;

	/** One family in so many is held out. */
	private static final int HELD_OUT_ONE_IN = 5;

	/** Returns the split of a family, which depends on its id alone. */
	static DatasetSplit of(UUID family) {
		return (Math.floorMod(family.hashCode(), HELD_OUT_ONE_IN) == 0) ? HELD_OUT : TRAIN;
	}

}
