package dev.babyagi.experiment;

/**
 * Tails of the binomial distribution.
 */
public final class BinomialTail {

	private BinomialTail() {
	}

	/** The probability of at most this many successes in so many trials. */
	public static double atMost(int successes, int trials, double probability) {
		double sum = 0;
		for (int count = 0; count <= Math.min(successes, trials); count++) {
			sum += choose(trials, count) * Math.pow(probability, count) * Math.pow(1 - probability, trials - count);
		}
		return Math.min(1, sum);
	}

	/** The probability of at least this many successes in so many trials. */
	public static double atLeast(int successes, int trials, double probability) {
		return atMost(trials - successes, trials, 1 - probability);
	}

	private static double choose(int all, int some) {
		double ways = 1;
		for (int count = 1; count <= some; count++) {
			ways = ways * (all - some + count) / count;
		}
		return ways;
	}

}
