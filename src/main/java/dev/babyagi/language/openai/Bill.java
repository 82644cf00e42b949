package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.Meter;
import dev.babyagi.language.Usage;

/**
 * What one ask costs: a reservation for the request under way, and the sum of those that
 * were sent. Each reservation is settled once, with its own request.
 */
final class Bill {

	/** What chat templates may add to a prompt at most. */
	private static final int TEMPLATE_BYTES = 1024;

	/** A call that the endpoint refused before the model saw it. */
	private static final Usage REFUSED = new Usage(1, 0, 0, BigDecimal.ZERO);

	private final Meter meter;

	private final Prices prices;

	private final Wording wording;

	private final Usage kept;

	private Meter.@Nullable Reservation reservation;

	private Usage total = Usage.NONE;

	Bill(Meter meter, Meter.Reservation first, Prices prices, Wording wording) {
		this.meter = meter;
		this.prices = prices;
		this.wording = wording;
		this.kept = first.kept();
		this.reservation = first;
	}

	/** Who pays: the meter of one objective. */
	Object payer() {
		return this.meter;
	}

	/** The worst case of one request. */
	static Usage worstCase(Prices prices, Wording wording, int maxTokens) {
		return usage(prices, wording, wording.promptTokens(), maxTokens);
	}

	/**
	 * Reserves for a further request.
	 * @return whether the remaining budget covers it
	 */
	boolean open(int maxTokens) {
		Optional<Meter.Reservation> next = this.meter.reserve(worstCase(this.prices, this.wording, maxTokens),
				this.kept);
		this.reservation = next.orElse(null);
		return next.isPresent();
	}

	Usage book(Completion completion) {
		return settle(counted(completion));
	}

	Usage book(Fault fault) {
		if (!fault.sent()) {
			return settle(Usage.NONE);
		}
		return settle(fault.uncertain() ? reserved() : REFUSED);
	}

	/** Gives back what no request was sent for. */
	void close() {
		settle(Usage.NONE);
	}

	Usage total() {
		return this.total;
	}

	private Usage settle(Usage used) {
		if (this.reservation != null) {
			this.meter.settle(this.reservation, used);
			this.reservation = null;
			this.total = this.total.plus(used);
		}
		return used;
	}

	private Usage reserved() {
		return (this.reservation != null) ? this.reservation.worstCase() : Usage.NONE;
	}

	/**
	 * The endpoint's own count where it can be true: no tokenizer makes more tokens than
	 * there are bytes, and no reply has more than were allowed unless they are there to
	 * be seen. Otherwise what was reserved; an estimate if nothing was counted.
	 */
	private Usage counted(Completion completion) {
		long reply = Wording.tokens(completion.text()) + Wording.tokens(completion.thinking());
		Completion.Counted counted = completion.counted();
		if (counted == null) {
			return usage(this.prices, this.wording, this.wording.promptTokens(), reply);
		}
		Usage most = reserved();
		boolean inputIsTrue = counted.input() <= this.wording.promptBytes() + TEMPLATE_BYTES;
		boolean outputIsTrue = counted.output() <= Math.max(most.outputTokens(), reply * Wording.BYTES_PER_TOKEN);
		return usage(this.prices, this.wording, inputIsTrue ? counted.input() : most.inputTokens(),
				outputIsTrue ? Math.max(counted.output(), Math.min(reply, 1)) : most.outputTokens());
	}

	private static Usage usage(Prices prices, Wording wording, long input, long output) {
		return new Usage(1, input, output, prices.cost(wording.model(), input, output));
	}

}
