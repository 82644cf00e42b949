package dev.babyagi.language.openai.wire;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A fault of a call, sorted by what is to be done about it. Every reason is a text of
 * ours and contains neither the provider's body nor a key.
 */
public sealed interface EndpointFault {

	/**
	 * Returns whether the request reached the endpoint, as far as is known. If so, it
	 * counts as a call.
	 */
	default boolean sent() {
		return true;
	}

	/**
	 * Returns whether the endpoint may have done the work. If so, the worst case is
	 * booked.
	 */
	default boolean uncertain() {
		return false;
	}

	/** The calling thread was interrupted. */
	record Interrupted(boolean sent) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return this.sent;
		}

	}

	/** There was no connection, so nothing was sent. */
	record Unreached(String reason) implements EndpointFault {

		@Override
		public boolean sent() {
			return false;
		}

	}

	/** The connection broke, or the time ran out, before there was an answer. */
	record Broken(String reason) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return true;
		}

	}

	/**
	 * The endpoint cannot answer now: 408, 409, 429 or 5xx.
	 *
	 * @param reason safe to show
	 * @param wish how long the endpoint asks us to wait, if it says so
	 * @param limited whether it has too many calls
	 * @param overloaded whether it says that it is overloaded
	 */
	record Busy(String reason, @Nullable Duration wish, boolean limited, boolean overloaded) implements EndpointFault {

	}

	/**
	 * A response of status 200 without a usable reply: it is HTML, empty or incomplete.
	 */
	record Garbled(String reason) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return true;
		}

	}

	/** The endpoint does not support a parameter, or its value. */
	record Unwanted(String parameter) implements EndpointFault {

		/** The name was written by the provider, so it is left out. */
		@Override
		public String toString() {
			return "Unwanted";
		}

	}

	/**
	 * The prompt and the reply do not fit the window.
	 *
	 * @param fits the longest reply that would fit beside the prompt, in tokens; 0 if not
	 * known
	 */
	record TooLong(int fits) implements EndpointFault {

	}

	/** The endpoint refuses for good. */
	record Denied(String reason, String cure) implements EndpointFault {

	}

	/**
	 * The endpoint refuses this one request, or ends its reply with a word that nobody
	 * knows.
	 *
	 * @param reason safe to show
	 * @param words stands for what the endpoint said; equal for equal words
	 * @param answered whether the model worked on it
	 */
	record Rejected(String reason, int words, boolean answered) implements EndpointFault {

		@Override
		public boolean uncertain() {
			return this.answered;
		}

	}

	/** A content filter refuses this one request. */
	record Filtered(String reason) implements EndpointFault {

	}

	/** A reply that cannot be used: it is far too long, or calls several tools. */
	record Useless(String reason) implements EndpointFault {

		/** An answer that is longer than so many bytes. */
		static Useless tooLong(int longest) {
			return new Useless(
					"The answer is longer than %d kB, far more than was asked for".formatted(longest / 1024));
		}

		@Override
		public boolean uncertain() {
			return true;
		}

	}

}
