package dev.babyagi.language;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The budget of one objective while it is in progress. A call reserves its worst case
 * before it is sent and settles what it used afterwards. A call whose worst case does not
 * fit the remaining budget is not sent. Thread safe.
 */
public final class Meter {

	private final Budget budget;

	private final Set<Reservation> open = Collections.newSetFromMap(new IdentityHashMap<>());

	private ModelUsage spent;

	public Meter(Budget budget, ModelUsage spent) {
		this.budget = budget;
		this.spent = spent;
	}

	/**
	 * Reserves the worst case of one call.
	 * @param worstCase the estimate of the call, see {@link LanguageModel#estimate}
	 * @param kept what must remain after the call, because integration needs it
	 * @return the reservation, or nothing if the remaining budget does not cover it
	 */
	public synchronized Optional<Reservation> reserve(ModelUsage worstCase, ModelUsage kept) {
		if (!this.budget.covers(promised().plus(worstCase).plus(kept))) {
			return Optional.empty();
		}
		Reservation reservation = new Reservation(worstCase, kept);
		this.open.add(reservation);
		return Optional.of(reservation);
	}

	/**
	 * Releases a reservation and books what was used instead. Settling a reservation
	 * again has no effect.
	 */
	public synchronized void settle(Reservation reservation, ModelUsage used) {
		if (this.open.remove(reservation)) {
			this.spent = this.spent.plus(used);
		}
	}

	/**
	 * Returns what has been used so far, without reservations.
	 */
	public synchronized ModelUsage spent() {
		return this.spent;
	}

	public Budget budget() {
		return this.budget;
	}

	/** Returns what has been used or is reserved. */
	public synchronized ModelUsage promised() {
		return this.open.stream().map(Reservation::worstCase).reduce(this.spent, ModelUsage::plus);
	}

	/**
	 * The most that an objective may use.
	 *
	 * @param calls model calls
	 * @param tokens tokens of prompts and replies together
	 * @param costUsd US dollars
	 */
	public record Budget(int calls, long tokens, BigDecimal costUsd) {

		/** Whether this much may be used. */
		public boolean covers(ModelUsage usage) {
			return usage.calls() <= this.calls && usage.tokens() <= this.tokens
					&& usage.costUsd().compareTo(this.costUsd) <= 0;
		}

	}

	/**
	 * The reservation for one call.
	 *
	 * @param worstCase one call with its estimated prompt and its longest reply
	 * @param kept what further tries of the same request must leave as well
	 */
	public record Reservation(ModelUsage worstCase, ModelUsage kept) {

	}

}
