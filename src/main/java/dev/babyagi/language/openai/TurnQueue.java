package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Decides which call to one model is next, within an {@link AdaptiveLimit}. Objectives
 * that wait take turns, so that an objective with a hundred tasks does not delay one with
 * two.
 */
final class TurnQueue {

	/** How often waiting calls are looked after while no other call ends. */
	private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

	private final AdaptiveLimit limit;

	private final LongSupplier ticks;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<Object, Deque<Waiter>> waiting = new LinkedHashMap<>();

	private boolean lookedAfter;

	TurnQueue(AdaptiveLimit limit, LongSupplier ticks) {
		this.limit = limit;
		this.ticks = ticks;
	}

	/**
	 * Waits until it is the owner's turn.
	 * @return the call, which starts now
	 */
	AdaptiveLimit.Call await(Object owner) throws InterruptedException {
		Waiter waiter = new Waiter();
		this.lock.lock();
		try {
			this.waiting.computeIfAbsent(owner, (first) -> new ArrayDeque<>()).add(waiter);
			callNext();
			lookAfter();
		}
		finally {
			this.lock.unlock();
		}
		try {
			return waiter.await();
		}
		catch (InterruptedException ex) {
			giveUp(owner, waiter);
			throw ex;
		}
	}

	private void giveUp(Object owner, Waiter waiter) {
		this.lock.lock();
		try {
			if (waiter.call != null) {
				end(waiter.call);
				return;
			}
			this.waiting.computeIfPresent(owner, (key, others) -> {
				others.remove(waiter);
				return others.isEmpty() ? null : others;
			});
		}
		finally {
			this.lock.unlock();
		}
	}

	/** The endpoint answered a call. */
	void answered(AdaptiveLimit.Call call) {
		this.lock.lock();
		try {
			this.limit.answered(call, this.ticks.getAsLong());
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The endpoint refused a call because it has too many.
	 * @return the limit, if this has lowered it
	 */
	OptionalInt refused(AdaptiveLimit.Call call) {
		this.lock.lock();
		try {
			return this.limit.refused(call, this.ticks.getAsLong()) ? OptionalInt.of(this.limit.limit())
					: OptionalInt.empty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** A call has ended, whatever came of it. */
	void end(AdaptiveLimit.Call call) {
		this.lock.lock();
		try {
			this.limit.end(call);
			callNext();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lets the longest-waiting call of the next owner start. That owner is last from then
	 * on.
	 */
	private void callNext() {
		long now = this.ticks.getAsLong();
		while (!this.waiting.isEmpty() && !this.limit.isFull(now)) {
			Iterator<Map.Entry<Object, Deque<Waiter>>> owners = this.waiting.entrySet().iterator();
			Map.Entry<Object, Deque<Waiter>> next = owners.next();
			owners.remove();
			Waiter waiter = next.getValue().remove();
			if (!next.getValue().isEmpty()) {
				this.waiting.put(next.getKey(), next.getValue());
			}
			waiter.start(this.limit.start(now));
		}
	}

	/**
	 * Looks after waiting calls on a thread of its own: when calls that hang stop
	 * counting, nobody else tells.
	 */
	private void lookAfter() {
		if (this.waiting.isEmpty() || this.lookedAfter) {
			return;
		}
		this.lookedAfter = true;
		Thread.startVirtualThread(() -> {
			do {
				LockSupport.parkNanos(LOOK_NANOS);
			}
			while (areLeftWaiting());
		});
	}

	private boolean areLeftWaiting() {
		this.lock.lock();
		try {
			callNext();
			this.lookedAfter = !this.waiting.isEmpty();
			return this.lookedAfter;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** A call that waits for its turn. */
	private static final class Waiter {

		private final CountDownLatch turn = new CountDownLatch(1);

		private AdaptiveLimit.@Nullable Call call;

		void start(AdaptiveLimit.Call call) {
			this.call = call;
			this.turn.countDown();
		}

		AdaptiveLimit.Call await() throws InterruptedException {
			this.turn.await();
			return Objects.requireNonNull(this.call);
		}

	}

}
