package dev.babyagi.language.openai;

/**
 * How many calls one model gets at once: as many as are set, until it says that these are
 * too many. Additive increase, multiplicative decrease, as TCP has it (RFC 5681): a
 * refusal takes three tenths off what was in flight, once for all calls that were under
 * way together, and each success adds a twentieth of a call. Not thread-safe.
 */
final class AdaptiveLimit {

	private static final double DECREASE = 0.7;

	private static final double INCREASE = 0.05;

	private final int most;

	private double limit;

	private long cut;

	private long started;

	/**
	 * A limit that has met no refusal.
	 * @param most calls at once in any case
	 */
	AdaptiveLimit(int most) {
		this.most = most;
		this.limit = most;
	}

	int limit() {
		return (int) this.limit;
	}

	/** A call starts. Returns its number, to be told with what came of it. */
	long start() {
		return ++this.started;
	}

	/**
	 * The endpoint took a call.
	 */
	void succeeded() {
		this.limit = Math.min(this.most, this.limit + INCREASE);
	}

	/**
	 * The endpoint had too many calls.
	 * @param call the number of the one it refused
	 * @param inFlight how many there were, this one included
	 * @return whether this lowers the limit: a call that began before it was lowered last
	 * says nothing new
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
