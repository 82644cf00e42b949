package dev.babyagi.experiment;

/**
 * An interval for the difference of two shares: Newcombe's hybrid score interval, method
 * 10 in "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17 (1998), made of two Wilson intervals.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record LiftInterval(double low, double high) {

	/** The confidence of the interval. */
	public static final double CONFIDENCE = 0.9;

	/** The 95th percentile of the normal distribution: 5 % at each end. */
	private static final double Z = 1.6448536269514722;

	/**
	 * The interval of {@code successes / runs} less {@code otherSuccesses / otherRuns}.
	 * An arm without runs may have any share.
	 */
	public static LiftInterval of(int successes, int runs, int otherSuccesses, int otherRuns) {
		return of(successes, runs, otherSuccesses, otherRuns, Z);
	}

	/**
	 * The same with another confidence.
	 * @param z the percentile of the normal distribution at the upper end
	 */
	public static LiftInterval of(int successes, int runs, int otherSuccesses, int otherRuns, double z) {
		LiftInterval one = wilson(successes, runs, z);
		LiftInterval other = wilson(otherSuccesses, otherRuns, z);
		double p = share(successes, runs);
		double q = share(otherSuccesses, otherRuns);
		double low = p - q - Math.hypot(p - one.low, other.high - q);
		double high = p - q + Math.hypot(one.high - p, q - other.low);
		return new LiftInterval(Math.max(-1, low), Math.min(1, high));
	}

	/** Wilson's score interval of one share, with a confidence of 90 %. */
	public static LiftInterval wilson(int successes, int runs) {
		return wilson(successes, runs, Z);
	}

	private static LiftInterval wilson(int successes, int runs, double z) {
		if (runs == 0) {
			return new LiftInterval(0, 1);
		}
		double p = share(successes, runs);
		double square = z * z;
		double middle = p + square / (2 * runs);
		double width = z * Math.sqrt(p * (1 - p) / runs + square / (4.0 * runs * runs));
		double scale = 1 + square / runs;
		return new LiftInterval(Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale));
	}

	private static double share(int successes, int runs) {
		return (runs > 0) ? (double) successes / runs : 0.5;
	}

}
