package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.babyagi.language.openai.wire.RetryAfter;

/**
 * Decides how often one request is tried again, and after which pause. Used by one
 * thread.
 */
final class RetryPolicy {

	/** See the limits table of the planning rules. */
	private static final int MOST_TRIES = 4;

	/** Two more tries, because such an answer is probably the page of a proxy. */
	private static final int MOST_GARBLED = 3;

	private final Backoff backoff;

	private final Set<Integer> rejections = new HashSet<>();

	private int tries;

	private int garbled;

	private int waits;

	private Duration waited = Duration.ZERO;

	RetryPolicy(Backoff backoff) {
		this.backoff = backoff;
	}

	/**
	 * Returns the pause after a transport fault, or nothing if that was the last try.
	 */
	Optional<Duration> afterFault(boolean overloaded) {
		this.tries++;
		return (this.tries < MOST_TRIES) ? Optional.of(this.backoff.pause(this.tries - 1, overloaded))
				: Optional.empty();
	}

	/**
	 * Returns the pause after an unusable answer, or nothing if that was the last try.
	 */
	Optional<Duration> afterGarbled() {
		this.garbled++;
		return (this.garbled < MOST_GARBLED) ? Optional.of(this.backoff.pause(this.garbled - 1, false))
				: Optional.empty();
	}

	/**
	 * Returns the pause after a rejection, or nothing if it came in the same words
	 * before, or was the last try.
	 */
	Optional<Duration> afterRejection(int words) {
		boolean isNew = this.rejections.add(words);
		return (isNew && this.rejections.size() < MOST_GARBLED)
				? Optional.of(this.backoff.pause(this.rejections.size() - 1, false)) : Optional.empty();
	}

	/**
	 * Returns the pause that the endpoint asks for. It does not count as a try; once such
	 * pauses exceed ten minutes in all, there is none. It is never shorter than the usual
	 * pause, so that an endpoint that asks for no pause is not called in a tight loop.
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
