package dev.babyagi.language.openai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what one model supports, as {@link EndpointCapabilities}, and counts its
 * successful calls. What the endpoint refused is remembered for an hour. While a kind of
 * request is untried, one call tries it and the others wait for its result, or for the
 * beginning of its stream, so that an endpoint refuses one call and not all that start
 * together.
 */
final class CapabilityCache {

	/**
	 * How long refusals are remembered, so that a later version of the endpoint is tried
	 * again.
	 */
	private static final Duration MEMORY = Duration.ofHours(1);

	/**
	 * How long a call waits for another to try its kind. An endpoint refuses before the
	 * model starts to think, so a longer wait means that it accepted the request.
	 */
	private static final int LONGEST_WAIT_SECONDS = 10;

	private static final Logger logger = LoggerFactory.getLogger(CapabilityCache.class);

	private final String model;

	private final InstantSource clock;

	private final ReentrantLock trying = new ReentrantLock(true);

	private final Set<Set<String>> tried = ConcurrentHashMap.newKeySet();

	private final AtomicLong successes = new AtomicLong();

	private volatile EndpointCapabilities capabilities = EndpointCapabilities.FRESH;

	private volatile Instant forgetAt = Instant.MAX;

	CapabilityCache(String model, InstantSource clock) {
		this.model = model;
		this.clock = clock;
	}

	/** Returns how many calls have succeeded. */
	long successes() {
		return this.successes.get();
	}

	/**
	 * Begins a try, alone if its kind is untried.
	 * @param kind the parameters that it sends
	 */
	Probe probe(Set<String> kind) throws InterruptedException {
		forgetWhenOld();
		boolean alone = !isTried(kind) && this.trying.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
		if (alone && isTried(kind)) {
			this.trying.unlock();
			alone = false;
		}
		return new Probe(kind, this.capabilities, alone);
	}

	private boolean isTried(Set<String> kind) {
		return this.tried.stream().anyMatch((known) -> known.containsAll(kind));
	}

	private void forgetWhenOld() {
		if (!this.clock.instant().isBefore(this.forgetAt)) {
			forget();
		}
	}

	private synchronized void forget() {
		if (!this.clock.instant().isBefore(this.forgetAt)) {
			this.tried.clear();
			this.capabilities = EndpointCapabilities.FRESH;
			this.forgetAt = Instant.MAX;
		}
	}

	private synchronized boolean learn(EndpointCapabilities used, String parameter) {
		EndpointCapabilities better = this.capabilities.avoiding(used, parameter);
		if (!better.equals(this.capabilities)) {
			this.capabilities = better;
			this.tried.clear();
			logger.info("Model {} does not support {}; requests use {} for an hour", this.model, used.known(parameter),
					better);
		}
		if (Instant.MAX.equals(this.forgetAt)) {
			this.forgetAt = this.clock.instant().plus(MEMORY);
		}
		return !better.equals(used);
	}

	private synchronized void know(Set<String> kind, EndpointCapabilities used) {
		if (used.equals(this.capabilities)) {
			this.tried.add(kind);
		}
	}

	/**
	 * One try of a request.
	 */
	final class Probe implements AutoCloseable {

		private final Set<String> kind;

		private final EndpointCapabilities capabilities;

		private boolean alone;

		private Probe(Set<String> kind, EndpointCapabilities capabilities, boolean alone) {
			this.kind = kind;
			this.capabilities = capabilities;
			this.alone = alone;
		}

		EndpointCapabilities capabilities() {
			return this.capabilities;
		}

		/**
		 * Records that the endpoint accepted the request, and lets the others try: its
		 * answer has begun and may take long.
		 */
		void begun() {
			know(this.kind, this.capabilities);
			close();
		}

		/** Records that the endpoint answered the request. */
		void accepted() {
			CapabilityCache.this.successes.incrementAndGet();
			know(this.kind, this.capabilities);
		}

		/**
		 * Records that the endpoint refused a parameter.
		 * @return whether the request can be sent in another form
		 */
		boolean refused(String parameter) {
			return this.kind.contains(this.capabilities.known(parameter)) && learn(this.capabilities, parameter);
		}

		@Override
		public void close() {
			if (this.alone) {
				this.alone = false;
				CapabilityCache.this.trying.unlock();
			}
		}

	}

}
