package dev.babyagi.tuning;

import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.experiment.MeasuredEffect.Arm;

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
	 * @param effect objectives that it served, and others of the same time, that have
	 * ended
	 * @param enough how many it must have served
	 */
	static CanaryStep of(MeasuredEffect effect, int enough) {
		Arm with = effect.with();
		boolean comparable = effect.without().runs() >= LEAST;
		if (with.runs() >= LEAST && comparable && effect.interval().high() < 0) {
			return ROLL_BACK;
		}
		if (with.runs() >= LEAST && !comparable && 2 * with.successes() < with.runs()) {
			return ROLL_BACK;
		}
		return (with.runs() >= enough) ? WIDEN : WAIT;
	}

}
