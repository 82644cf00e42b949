package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.Optional;

/**
 * How often one ask is tried again, and after which pause. Used by one thread.
 */
final class RetryPolicy {

	/** See the limits table of the planning rules. */
	private static final int MOST_TRIES = 4;

	/** Two more tries for what is likely a proxy's page. */
	private static final int MOST_GARBLED = 3;

	private final Backoff backoff;

	private int tries;

	private int garbled;

	private int waits;

	private Duration waited = Duration.ZERO;

	RetryPolicy(Backoff backoff) {
		this.backoff = backoff;
	}

	/**
	 * The pause after a fault of transport, or nothing if that was the last try.
	 */
	Optional<Duration> afterFault(boolean overloaded) {
		this.tries++;
		return (this.tries < MOST_TRIES) ? Optional.of(this.backoff.pause(this.tries - 1, overloaded))
				: Optional.empty();
	}

	/**
	 * The pause after an answer that was none, or nothing if there were enough of them.
	 */
	Optional<Duration> afterGarbled() {
		this.garbled++;
		return (this.garbled < MOST_GARBLED) ? Optional.of(this.backoff.pause(this.garbled - 1, false))
				: Optional.empty();
	}

	/**
	 * The pause that the endpoint asks for, which is no try; nothing once such pauses
	 * exceed ten minutes in all. Never shorter than our own would be, so that an endpoint
	 * that asks for no pause is not asked in a loop.
	 */
	Optional<Duration> asWished(Duration wish, boolean overloaded) {
		Duration own = this.backoff.pause(this.waits, overloaded);
		Duration pause = (wish.compareTo(own) > 0) ? wish : own;
		if (this.waited.plus(pause).compareTo(RetryAfter.LONGEST) > 0) {
			return Optional.empty();
		}
		this.waits++;
		this.waited = this.waited.plus(pause);
		return Optional.of(pause);
	}

}
