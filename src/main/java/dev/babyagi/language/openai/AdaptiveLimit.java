package dev.babyagi.language.openai;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many calls one model gets at once. The limit is the configured one until the
 * endpoint refuses a tenth of the calls because it has too many. It is then lowered at
 * most once in the time that a call usually takes: to 70 % of the calls in flight or to
 * the share that is not refused, but never below what the endpoint answers meanwhile. It
 * is raised by at most one call for each answer, along the curve of CUBIC (RFC 9438):
 * fast towards the level of the last refusals, slowly around it, then fast again.
 * <p>
 * A call that takes several times as long as usual no longer counts, since it probably
 * hangs. Times are nanoseconds of one monotonic clock. Not thread-safe.
 */
final class AdaptiveLimit {

	private static final double DECREASE = 0.7;

	/** The share of refused calls that lowers nothing. */
	private static final double TOLERATED = 0.1;

	/** So many refusals may be chance, however few calls there are. */
	private static final int FEW = 2;

	/** The growth of the curve, in calls per cubic second. */
	private static final double GROWTH = 1;

	/** The weight of the latest call in the usual time, as in RFC 6298. */
	private static final int SMOOTHING = 8;

	/** How many times the usual time a call counts, and the least time it does. */
	private static final int SEVERAL = 5;

	private static final long LEAST_PATIENCE = TimeUnit.SECONDS.toNanos(1);

	private final int most;

	private final Set<Call> counted = new LinkedHashSet<>();

	private final CallTally tally = new CallTally();

	private double limit;

	/** The calls in flight before the limit was last lowered. */
	private double former;

	/** After how many seconds the curve is at that level again. */
	private double plateau;

	private long loweredAt;

	/** The number of the last call that started before the limit was lowered. */
	private long lastBefore;

	private long started;

	private long usual;

	/**
	 * Creates a limit at its highest value.
	 * @param most the most calls at once
	 */
	AdaptiveLimit(int most) {
		this.most = most;
		this.limit = most;
		this.former = most;
	}

	int limit() {
		return (int) this.limit;
	}

	/** Returns whether no further call may start now. */
	boolean isFull(long now) {
		return inFlight(now) >= limit();
	}

	/** Counts a call that starts. */
	Call start(long now) {
		Call call = new Call(++this.started, now);
		this.counted.add(call);
		return call;
	}

	/** A call has ended, whatever came of it. */
	void end(Call call) {
		this.counted.remove(call);
	}

	/** The endpoint answered a call. */
	void answered(Call call, long now) {
		long took = now - call.startedAt();
		this.usual = (this.usual == 0) ? took : this.usual + (took - this.usual) / SMOOTHING;
		this.tally.answered(now, this.usual);
		double raised = Math.min(this.limit + 1, curve(now));
		this.limit = Math.min(this.most, Math.max(this.limit, raised));
	}

	/** What CUBIC allows, given how long ago the limit was lowered. */
	private double curve(long now) {
		double seconds = (now - this.loweredAt) / 1e9 - this.plateau;
		return this.former + GROWTH * seconds * seconds * seconds;
	}

	/**
	 * The endpoint refused a call because it has too many.
	 * @param call the call, which has not ended yet
	 * @return whether this lowers the limit
	 */
	boolean refused(Call call, long now) {
		if (call.number() <= this.lastBefore) {
			return false;
		}
		this.tally.refused(now, this.usual);
		boolean soon = this.lastBefore > 0 && now - this.loweredAt < this.usual;
		int others = inFlight(now) - 1;
		double share = this.tally.refused() / (double) (this.tally.refused() + this.tally.answered() + others);
		if (soon || this.tally.refused() <= FEW || share <= TOLERATED) {
			return false;
		}
		lower(now, Math.min(DECREASE, 1 - share));
		return true;
	}

	private void lower(long now, double factor) {
		this.former = Math.clamp(inFlight(now), 1, this.limit);
		this.limit = Math.clamp(Math.max(this.former * factor, this.tally.carried()), 1, this.former);
		this.plateau = Math.cbrt((this.former - this.limit) / GROWTH);
		this.loweredAt = now;
		this.lastBefore = this.started;
		this.tally.forgetRefusals();
	}

	private int inFlight(long now) {
		long patience = Math.max(LEAST_PATIENCE, SEVERAL * this.usual);
		Iterator<Call> oldest = this.counted.iterator();
		while (this.usual > 0 && oldest.hasNext() && now - oldest.next().startedAt() > patience) {
			oldest.remove();
		}
		return this.counted.size();
	}

	/**
	 * A call that has started.
	 *
	 * @param number how many calls had started with it
	 * @param startedAt when it started
	 */
	record Call(long number, long startedAt) {

	}

}
