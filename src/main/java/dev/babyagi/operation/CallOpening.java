package dev.babyagi.operation;

import java.time.Instant;

import dev.babyagi.language.Meter;

/**
 * What came of opening a model call in the ledger.
 */
public sealed interface CallOpening {

	/**
	 * The call is in the ledger with its reservation, and may be made.
	 *
	 * @param request the call
	 * @param number its number among the calls for the same purpose
	 * @param meter what it may use
	 * @param reservation its reservation
	 */
	record Opened(CallRequest request, int number, Meter meter, Meter.Reservation reservation) implements CallOpening {

	}

	/**
	 * The tokens of the day do not cover it.
	 *
	 * @param renewedAt when the next day begins
	 */
	record Spent(Instant renewedAt) implements CallOpening {

	}

	/**
	 * It was made as often as it may be.
	 *
	 * @param outcome how the last call ended
	 */
	record GivenUp(CallOutcome outcome) implements CallOpening {

	}

}
