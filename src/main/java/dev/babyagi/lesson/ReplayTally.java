package dev.babyagi.lesson;

/**
 * What replays of stored tasks with and without a lesson have shown.
 *
 * @param pairs replays that were made both with and without it
 * @param rightWith those that were right with it
 * @param wins those that were right only with it
 * @param losses those that were right only without it
 */
public record ReplayTally(int pairs, int rightWith, int wins, int losses) {

	/** Nothing was replayed. */
	public static final ReplayTally NONE = new ReplayTally(0, 0, 0, 0);

	/** Adds a pair. */
	public ReplayTally plus(boolean with, boolean without) {
		return new ReplayTally(this.pairs + 1, this.rightWith + (with ? 1 : 0),
				this.wins + ((with && !without) ? 1 : 0), this.losses + ((without && !with) ? 1 : 0));
	}

}
