package dev.babyagi.language.openai;

/**
 * Counts answers and refusals of one model during this period and the one before. A
 * period is the time that a call usually takes, in nanoseconds; while that is not known,
 * it is 0, and everything counts. Not thread-safe.
 */
final class CallTally {

	private long begunAt = Long.MIN_VALUE / 2;

	private int answered;

	private int answeredBefore;

	private int refused;

	private int refusedBefore;

	void answered(long now, long period) {
		turn(now, period);
		this.answered++;
	}

	void refused(long now, long period) {
		turn(now, period);
		this.refused++;
	}

	private void turn(long now, long period) {
		if (period == 0 || now - this.begunAt < period) {
			return;
		}
		boolean next = now - this.begunAt < 2 * period;
		this.answeredBefore = next ? this.answered : 0;
		this.refusedBefore = next ? this.refused : 0;
		this.answered = 0;
		this.refused = 0;
		this.begunAt = now;
	}

	int answered() {
		return this.answeredBefore + this.answered;
	}

	int refused() {
		return this.refusedBefore + this.refused;
	}

	/**
	 * Returns how many calls the endpoint carries at once, at least: as many as it
	 * answers in the time that one takes, on the average of both periods.
	 */
	int carried() {
		return answered() / 2;
	}

	void forgetRefusals() {
		this.refused = 0;
		this.refusedBefore = 0;
	}

}
