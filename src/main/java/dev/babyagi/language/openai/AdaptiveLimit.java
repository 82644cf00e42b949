package dev.babyagi.language.openai;

/**
 * Limits how many calls one model gets at once. The limit is the configured one until the
 * endpoint says that it has too many calls. It then follows additive increase,
 * multiplicative decrease, as in TCP (RFC 5681): a refusal lowers it to 70 % of the calls
 * in flight, once for all calls that were in flight together, and each success raises it
 * by a twentieth of a call. Not thread-safe.
 */
final class AdaptiveLimit {

	private static final double DECREASE = 0.7;

	private static final double INCREASE = 0.05;

	private final int most;

	private double limit;

	private long cut;

	private long started;

	/**
	 * Creates a limit at its highest value.
	 * @param most the most calls at once
	 */
	AdaptiveLimit(int most) {
		this.most = most;
		this.limit = most;
	}

	int limit() {
		return (int) this.limit;
	}

	/** Counts a call that starts. Returns its number, which {@link #refused} takes. */
	long start() {
		return ++this.started;
	}

	/**
	 * The endpoint accepted a call.
	 */
	void succeeded() {
		this.limit = Math.min(this.most, this.limit + INCREASE);
	}

	/**
	 * The endpoint refused a call because it has too many.
	 * @param call the number of the call
	 * @param inFlight how many calls were in flight, including this one
	 * @return whether this lowers the limit; it does not if the call began before the
	 * limit was last lowered
	 */
	boolean refused(long call, int inFlight) {
		if (call <= this.cut) {
			return false;
		}
		this.limit = Math.max(1, Math.min(this.limit, inFlight) * DECREASE);
		this.cut = this.started;
		return true;
	}

}
