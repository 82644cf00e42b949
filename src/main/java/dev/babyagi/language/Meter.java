package dev.babyagi.language;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The budget of one objective while it is at work: a call is reserved before it is sent
 * and settled after it. No call starts that the remaining budget cannot cover. Thread
 * safe.
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
	 * @param worstCase the estimate of the call, {@link LanguageModel#estimate}
	 * @param kept what must remain after it, kept back for integration
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
	 * Gives a reservation back and books what was used in its place. Settling it a second
	 * time changes nothing.
	 */
	public synchronized void settle(Reservation reservation, ModelUsage used) {
		if (this.open.remove(reservation)) {
			this.spent = this.spent.plus(used);
		}
	}

	/**
	 * What was used so far, without what is only reserved.
	 */
	public synchronized ModelUsage spent() {
		return this.spent;
	}

	public Budget budget() {
		return this.budget;
	}

	/** What was used and what is reserved. */
	public synchronized ModelUsage promised() {
		return this.open.stream().map(Reservation::worstCase).reduce(this.spent, ModelUsage::plus);
	}

	/**
	 * The most that may be used.
	 *
	 * @param calls model calls
	 * @param tokens tokens in and out together
	 * @param costUsd US dollars
	 */
	public record Budget(int calls, long tokens, BigDecimal costUsd) {

		boolean covers(ModelUsage usage) {
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
	public record Reservation(ModelUsage worstCase, ModelUsage kept) {

	}

}
