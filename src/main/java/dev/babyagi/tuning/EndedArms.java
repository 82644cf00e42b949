package dev.babyagi.tuning;

/**
 * Objectives that have ended, with something and without it.
 *
 * @param with those that had it
 * @param without those of the same time that had it not
 */
public record EndedArms(Ended with, Ended without) {

	/**
	 * Objectives that have ended.
	 *
	 * @param runs how many
	 * @param good those that were completed and that nobody called wrong
	 */
	public record Ended(int runs, int good) {

	}

}
