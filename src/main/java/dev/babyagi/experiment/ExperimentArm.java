package dev.babyagi.experiment;

import java.util.UUID;

/**
 * Whether an objective gets what was chosen for it, such as a lesson.
 */
public enum ExperimentArm {

	/** It gets it. */
	WITH,

	/** It does without, so that the effect can be seen. */
	WITHOUT;

	/**
	 * Returns the arm of an objective, which depends on the two ids alone.
	 * @param subject what is tried
	 * @param share the share of objectives that get it, from 0 to 1
	 */
	public static ExperimentArm of(UUID subject, UUID objective, double share) {
		long mixed = mix(mix(subject.getMostSignificantBits() ^ objective.getLeastSignificantBits())
				^ mix(subject.getLeastSignificantBits()) ^ objective.getMostSignificantBits());
		double drawn = (mixed >>> 11) * 0x1.0p-53;
		return (drawn < share) ? WITH : WITHOUT;
	}

	/** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
	private static long mix(long bits) {
		long mixed = bits + 0x9e3779b97f4a7c15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
