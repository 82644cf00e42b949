package dev.babyagi.language;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The budget of one objective while it is at work: a call is reserved before it is sent
 * and settled after it. No call starts that the remaining budget cannot cover. Thread
 * safe.
 */
public final class Meter {

	private final Budget budget;

	private Usage spent;

	private Usage reserved = Usage.NONE;

	public Meter(Budget budget, Usage spent) {
		this.budget = budget;
		this.spent = spent;
	}

	/**
	 * Reserves the worst case of one call.
	 * @param worstCase the estimate of the call, {@link LanguageModel#estimate}
	 * @param kept what must remain after it, kept back for integration
	 * @return the reservation, or nothing if the remaining budget does not cover it
	 */
	public synchronized Optional<Reservation> reserve(Usage worstCase, Usage kept) {
		Usage total = this.spent.plus(this.reserved).plus(worstCase).plus(kept);
		if (!this.budget.covers(total)) {
			return Optional.empty();
		}
		this.reserved = this.reserved.plus(worstCase);
		return Optional.of(new Reservation(worstCase, kept));
	}

	/**
	 * Gives a reservation back and books what was used in its place.
	 */
	public synchronized void settle(Reservation reservation, Usage used) {
		this.reserved = this.reserved.plus(negated(reservation.worstCase()));
		this.spent = this.spent.plus(used);
	}

	/**
	 * What was used so far, without what is only reserved.
	 */
	public synchronized Usage spent() {
		return this.spent;
	}

	public Budget budget() {
		return this.budget;
	}

	private static Usage negated(Usage usage) {
		return new Usage(-usage.calls(), -usage.inputTokens(), -usage.outputTokens(), usage.costUsd().negate());
	}

	/**
	 * The most that may be used.
	 *
	 * @param calls model calls
	 * @param tokens tokens in and out together
	 * @param costUsd US dollars
	 */
	public record Budget(int calls, long tokens, BigDecimal costUsd) {

		boolean covers(Usage usage) {
			return usage.calls() <= this.calls && usage.tokens() <= this.tokens
					&& usage.costUsd().compareTo(this.costUsd) <= 0;
		}

	}

	/**
	 * What was set aside for one call.
	 *
	 * @param worstCase one call, its estimated prompt and its longest reply
	 * @param kept what further tries of the same ask must leave as well
	 */
	public record Reservation(Usage worstCase, Usage kept) {

	}

}
