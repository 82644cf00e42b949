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
 * What we know about one model at the endpoint: the {@link EndpointCapabilities} it wants
 * to be asked in, and whether its calls succeed. What it refused is remembered for an
 * hour. As long as a kind of request is untried, one call tries it and the others wait
 * for what it learns: an endpoint that refuses something refuses one call, also when many
 * start together.
 */
final class CapabilityCache {

	/** So that an endpoint that learned something new is asked for it again. */
	private static final Duration MEMORY = Duration.ofHours(1);

	/** A refusal comes before the model thinks; who has waited this long goes on. */
	private static final int PATIENCE_SECONDS = 10;

	private static final Logger logger = LoggerFactory.getLogger(CapabilityCache.class);

	private final String model;

	private final InstantSource clock;

	private final ReentrantLock trying = new ReentrantLock(true);

	private final Set<Set<String>> tried = ConcurrentHashMap.newKeySet();

	private final AtomicLong successes = new AtomicLong();

	private volatile EndpointCapabilities manner = EndpointCapabilities.FRESH;

	private volatile Instant forgetAt = Instant.MAX;

	CapabilityCache(String model, InstantSource clock) {
		this.model = model;
		this.clock = clock;
	}

	/** How many calls have succeeded. */
	long successes() {
		return this.successes.get();
	}

	/**
	 * Begins a request, alone if its kind is untried.
	 * @param kind the parameters that it wishes to send
	 */
	Probe probe(Set<String> kind) throws InterruptedException {
		forgetWhenOld();
		boolean alone = !isTried(kind) && this.trying.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (alone && isTried(kind)) {
			this.trying.unlock();
			alone = false;
		}
		return new Probe(kind, this.manner, alone);
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
			this.manner = EndpointCapabilities.FRESH;
			this.forgetAt = Instant.MAX;
		}
	}

	private synchronized boolean learn(EndpointCapabilities used, String parameter) {
		EndpointCapabilities better = this.manner.avoiding(used, parameter);
		if (!better.equals(this.manner)) {
			this.manner = better;
			this.tried.clear();
			logger.info("Model {} does not take {}; asking {} for an hour", this.model, used.known(parameter), better);
		}
		if (Instant.MAX.equals(this.forgetAt)) {
			this.forgetAt = this.clock.instant().plus(MEMORY);
		}
		return !better.equals(used);
	}

	private synchronized void succeed(Set<String> kind, EndpointCapabilities used) {
		this.successes.incrementAndGet();
		if (used.equals(this.manner)) {
			this.tried.add(kind);
		}
	}

	/**
	 * One request.
	 */
	final class Probe implements AutoCloseable {

		private final Set<String> kind;

		private final EndpointCapabilities manner;

		private final boolean alone;

		private Probe(Set<String> kind, EndpointCapabilities manner, boolean alone) {
			this.kind = kind;
			this.manner = manner;
			this.alone = alone;
		}

		EndpointCapabilities manner() {
			return this.manner;
		}

		/** The endpoint took the request as it was. */
		void accepted() {
			succeed(this.kind, this.manner);
		}

		/**
		 * The endpoint refused a parameter.
		 * @return whether there is another way to ask
		 */
		boolean refused(String parameter) {
			return this.kind.contains(this.manner.known(parameter)) && learn(this.manner, parameter);
		}

		@Override
		public void close() {
			if (this.alone) {
				CapabilityCache.this.trying.unlock();
			}
		}

	}

}
