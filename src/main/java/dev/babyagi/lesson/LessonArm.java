package dev.babyagi.lesson;

import java.util.UUID;

/**
 * Whether the prompts of an objective hold the lesson that was chosen for it.
 */
public enum LessonArm {

	/** They hold it. */
	WITH,

	/** They do not, so that its effect can be seen. */
	WITHOUT;

	/**
	 * Returns the arm of an objective, which depends on the two ids alone.
	 * @param share the share of objectives that get the lesson, from 0 to 1
	 */
	static LessonArm of(UUID lesson, UUID objective, double share) {
		long mixed = mix(mix(lesson.getMostSignificantBits() ^ objective.getLeastSignificantBits())
				^ mix(lesson.getLeastSignificantBits()) ^ objective.getMostSignificantBits());
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
