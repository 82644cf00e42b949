package dev.babyagi.language.openai;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A way a call went wrong, sorted by what is to be done about it. Every reason is our own
 * wording: never a provider's body, never a key.
 */
sealed interface EndpointFault {

	/**
	 * Whether the request reached the endpoint as far as we can tell, and so counts as a
	 * call.
	 */
	default boolean sent() {
		return true;
	}

	/**
	 * Whether the endpoint may have done the work, so that its worst case is booked.
	 */
	default boolean uncertain() {
		return false;
	}

	/** Our own thread was interrupted. */
	record Interrupted(boolean sent) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return this.sent;
		}

	}

	/** No connection: nothing was sent. */
	record Unreached(String reason) implements EndpointFault {

		@Override
		public boolean sent() {
			return false;
		}

	}

	/** The connection broke, or time ran out, before there was an answer. */
	record Broken(String reason) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return true;
		}

	}

	/**
	 * The endpoint cannot answer now: 408, 409, 429, 5xx.
	 *
	 * @param reason safe to show
	 * @param wish how long it asks us to wait, if it says so
	 * @param limited whether it has more calls than it wants
	 * @param overloaded whether it says that it is overloaded
	 */
	record Busy(String reason, @Nullable Duration wish, boolean limited, boolean overloaded) implements EndpointFault {

	}

	/** An answer of status 200 that holds no reply: HTML, nothing, half a document. */
	record Garbled(String reason) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return true;
		}

	}

	/** The endpoint does not take a parameter, or not with this value. */
	record Unwanted(String parameter) implements EndpointFault {

		/** The name is the provider's word. */
		@Override
		public String toString() {
			return "Unwanted";
		}

	}

	/**
	 * The call does not fit the window.
	 *
	 * @param fits the longest reply that would fit beside this prompt, 0 if not known
	 */
	record TooLong(int fits) implements EndpointFault {

	}

	/** The endpoint refuses us for good. */
	record Denied(String reason, String cure) implements EndpointFault {

	}

	/** The endpoint refuses this one request. */
	record Rejected(String reason) implements EndpointFault {

	}

	/** A reply longer than we read. */
	record Oversized(String reason) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return true;
		}

	}

}
