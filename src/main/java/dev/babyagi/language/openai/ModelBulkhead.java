package dev.babyagi.language.openai;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the calls to one model and decides which call is next. Objectives that wait take
 * turns, so that an objective with a hundred tasks does not delay one with two. After
 * most of the recent calls have failed, a circuit breaker stops calls to the model for a
 * while and then lets a few through.
 */
final class ModelBulkhead {

	private static final Logger logger = LoggerFactory.getLogger(ModelBulkhead.class);

	/**
	 * How many recent calls the circuit breaker looks at; with fewer calls it never
	 * opens.
	 */
	private static final int WINDOW = 20;

	/** The failure rate in percent at which the circuit breaker opens. */
	private static final int FAILURE_PERCENT = 90;

	/** Models may think for minutes, so slow calls must not open the circuit breaker. */
	private static final Duration NEVER_TOO_SLOW = Duration.ofDays(1);

	/** How many calls find out whether the model works again. */
	private static final int TRIAL_CALLS = 3;

	/**
	 * How long the circuit breaker stays open at first: as long as tasks wait for the
	 * model, see {@code Outages}.
	 */
	private static final Duration SHORTEST_REST = Duration.ofSeconds(5);

	private static final Duration LONGEST_REST = Duration.ofMinutes(1);

	private final String model;

	private final Semaphore all;

	private final CircuitBreaker breaker;

	private final AdaptiveLimit limit;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<Object, Deque<Waiter>> waiting = new LinkedHashMap<>();

	private int inFlight;

	/**
	 * Creates a bulkhead whose circuit breaker is closed.
	 * @param model the name of the model, for logs
	 * @param most the most calls at once
	 * @param all the calls of all models
	 * @param clock the time
	 */
	ModelBulkhead(String model, int most, Semaphore all, InstantSource clock) {
		this.model = model;
		this.all = all;
		this.limit = new AdaptiveLimit(most);
		this.breaker = CircuitBreaker.of(model, CircuitBreakerConfig.custom()
			.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(WINDOW)
			.minimumNumberOfCalls(WINDOW)
			.failureRateThreshold(FAILURE_PERCENT)
			.slowCallDurationThreshold(NEVER_TOO_SLOW)
			.permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
			.waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(SHORTEST_REST, 2.0, LONGEST_REST))
			.clock(clock.withZone(ZoneOffset.UTC))
			.build());
		this.breaker.getEventPublisher()
			.onStateTransition(
					(event) -> logger.info("Circuit breaker of model {}: {}", model, event.getStateTransition()));
	}

	/**
	 * Waits until it is the owner's turn.
	 * @param owner the owner of the call; all calls of one objective have the same one
	 * @return the permit for one call, or nothing if the circuit breaker is open
	 */
	Optional<Permit> enter(Object owner) throws InterruptedException {
		awaitTurn(owner);
		boolean entered = false;
		try {
			this.all.acquire();
			entered = this.breaker.tryAcquirePermission();
			if (!entered) {
				this.all.release();
			}
		}
		finally {
			if (!entered) {
				leave();
			}
		}
		return entered ? Optional.of(begin()) : Optional.empty();
	}

	private Permit begin() {
		this.lock.lock();
		try {
			return new Permit(this.limit.start(), System.nanoTime());
		}
		finally {
			this.lock.unlock();
		}
	}

	private void awaitTurn(Object owner) throws InterruptedException {
		Waiter waiter;
		this.lock.lock();
		try {
			if (this.waiting.isEmpty() && this.inFlight < this.limit.limit()) {
				this.inFlight++;
				return;
			}
			waiter = new Waiter(new CountDownLatch(1));
			this.waiting.computeIfAbsent(owner, (first) -> new ArrayDeque<>()).add(waiter);
		}
		finally {
			this.lock.unlock();
		}
		try {
			waiter.turn().await();
		}
		catch (InterruptedException ex) {
			giveUp(owner, waiter);
			throw ex;
		}
	}

	private void giveUp(Object owner, Waiter waiter) {
		this.lock.lock();
		try {
			if (waiter.turn().getCount() == 0) {
				this.inFlight--;
				callNext();
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

	private void leave() {
		this.lock.lock();
		try {
			this.inFlight--;
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
		while (this.inFlight < this.limit.limit() && !this.waiting.isEmpty()) {
			Iterator<Map.Entry<Object, Deque<Waiter>>> owners = this.waiting.entrySet().iterator();
			Map.Entry<Object, Deque<Waiter>> next = owners.next();
			owners.remove();
			Waiter waiter = next.getValue().remove();
			if (!next.getValue().isEmpty()) {
				this.waiting.put(next.getKey(), next.getValue());
			}
			this.inFlight++;
			waiter.turn().countDown();
		}
	}

	/**
	 * The permit for one call. Its result is recorded once; then it is closed.
	 */
	final class Permit implements AutoCloseable {

		private final long number;

		private final long startedAt;

		private boolean told;

		private Permit(long number, long startedAt) {
			this.number = number;
			this.startedAt = startedAt;
		}

		/** Records that the endpoint answered, whatever the answer was. */
		void answered() {
			this.told = true;
			ModelBulkhead.this.breaker.onSuccess(nanos(), TimeUnit.NANOSECONDS);
			ModelBulkhead.this.lock.lock();
			try {
				ModelBulkhead.this.limit.succeeded();
			}
			finally {
				ModelBulkhead.this.lock.unlock();
			}
		}

		/** Records a fault. Some faults say nothing about the endpoint. */
		void failed(EndpointFault fault) {
			switch (fault) {
				case EndpointFault.Busy busy when busy.limited() -> refused();
				case EndpointFault.Busy busy -> dead(busy.reason());
				case EndpointFault.Unreached unreached -> dead(unreached.reason());
				case EndpointFault.Broken broken -> dead(broken.reason());
				case EndpointFault.Garbled _, EndpointFault.Unwanted _, EndpointFault.TooLong _, EndpointFault.Denied _,
						EndpointFault.Rejected _, EndpointFault.Filtered _, EndpointFault.Useless _ ->
					answered();
				case EndpointFault.Interrupted _ -> {
				}
			}
		}

		private void refused() {
			ModelBulkhead.this.lock.lock();
			try {
				if (ModelBulkhead.this.limit.refused(this.number, ModelBulkhead.this.inFlight)) {
					logger.info("Model {} refused a call because it has too many; at most {} calls at once from now on",
							ModelBulkhead.this.model, ModelBulkhead.this.limit.limit());
				}
			}
			finally {
				ModelBulkhead.this.lock.unlock();
			}
		}

		private void dead(String reason) {
			this.told = true;
			ModelBulkhead.this.breaker.onError(nanos(), TimeUnit.NANOSECONDS, new IllegalStateException(reason));
		}

		private long nanos() {
			return System.nanoTime() - this.startedAt;
		}

		@Override
		public void close() {
			if (!this.told) {
				ModelBulkhead.this.breaker.releasePermission();
			}
			ModelBulkhead.this.all.release();
			leave();
		}

	}

	/**
	 * A call that waits for its turn.
	 *
	 * @param turn counted down when the call may start
	 */
	private record Waiter(CountDownLatch turn) {

	}

}
