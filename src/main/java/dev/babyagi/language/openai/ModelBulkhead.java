package dev.babyagi.language.openai;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.language.openai.wire.EndpointFault;

/**
 * Lets calls to one model through when it is their turn. After most of the recent calls
 * have failed, a circuit breaker stops calls to the model for a while and then lets a few
 * through. Models may think for minutes, so it is not told how long calls take.
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

	private final TurnQueue turns;

	/**
	 * Creates a bulkhead whose circuit breaker is closed.
	 * @param model the name of the model, for logs
	 * @param most the most calls at once
	 * @param all the calls of all models
	 * @param clock the time
	 * @param ticks a monotonic clock in nanoseconds, by which calls are timed
	 */
	ModelBulkhead(String model, int most, Semaphore all, InstantSource clock, LongSupplier ticks) {
		this.model = model;
		this.all = all;
		this.turns = new TurnQueue(new AdaptiveLimit(most), ticks);
		this.breaker = CircuitBreaker.of(model, CircuitBreakerConfig.custom()
			.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(WINDOW)
			.minimumNumberOfCalls(WINDOW)
			.failureRateThreshold(FAILURE_PERCENT)
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
		AdaptiveLimit.Call call = this.turns.await(owner);
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
				this.turns.end(call);
			}
		}
		return entered ? Optional.of(new Permit(call)) : Optional.empty();
	}

	/**
	 * The permit for one call. Its result is recorded once; then it is closed.
	 */
	final class Permit implements AutoCloseable {

		private final AdaptiveLimit.Call call;

		private boolean told;

		private Permit(AdaptiveLimit.Call call) {
			this.call = call;
		}

		/** Records that the endpoint answered, whatever the answer was. */
		void answered() {
			this.told = true;
			ModelBulkhead.this.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
			ModelBulkhead.this.turns.answered(this.call);
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
			ModelBulkhead.this.turns.refused(this.call)
				.ifPresent((limit) -> logger.info(
						"Model {} refused calls because it has too many; at most {} at once from now on",
						ModelBulkhead.this.model, limit));
		}

		private void dead(String reason) {
			this.told = true;
			ModelBulkhead.this.breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(reason));
		}

		@Override
		public void close() {
			if (!this.told) {
				ModelBulkhead.this.breaker.releasePermission();
			}
			ModelBulkhead.this.all.release();
			ModelBulkhead.this.turns.end(this.call);
		}

	}

}
