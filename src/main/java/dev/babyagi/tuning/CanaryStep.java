package dev.babyagi.tuning;

import dev.babyagi.experiment.LiftInterval;
import dev.babyagi.tuning.EndedArms.Ended;

/**
 * What follows from the objectives that a model has served so far.
 */
enum CanaryStep {

	/** Go on with the same share. */
	WAIT,

	/** Serve more objectives. */
	WIDEN,

	/** Serve none any more. */
	ROLL_BACK;

	/** With fewer, nobody is called worse. */
	private static final int LEAST = 5;

	/**
	 * Decides.
	 * @param with objectives that it served and that have ended
	 * @param without objectives of the same time that it did not serve
	 * @param enough how many it must have served
	 */
	static CanaryStep of(Ended with, Ended without, int enough) {
		LiftInterval lift = LiftInterval.of(with.good(), with.runs(), without.good(), without.runs());
		if (with.runs() >= LEAST && without.runs() >= LEAST && lift.high() < 0) {
			return ROLL_BACK;
		}
		if (with.runs() >= LEAST && without.runs() < LEAST && 2 * with.good() < with.runs()) {
			return ROLL_BACK;
		}
		return (with.runs() >= enough) ? WIDEN : WAIT;
	}

}
