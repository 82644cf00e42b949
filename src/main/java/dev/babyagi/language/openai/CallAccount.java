package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.openai.wire.ChatCompletion;
import dev.babyagi.language.openai.wire.WireException;

/**
 * The cost of one request: a reservation for the try under way, and the sum of all tries
 * that were sent. Each reservation is settled once, with its own try.
 */
final class CallAccount {

	/** The most bytes that chat templates may add to a prompt. */
	private static final int TEMPLATE_BYTES = 1024;

	/** A call that the endpoint refused before the model saw it. */
	private static final ModelUsage REFUSED = new ModelUsage(1, 0, 0, BigDecimal.ZERO);

	private final Meter meter;

	private final ModelPrices prices;

	private final PreparedRequest prepared;

	private final ModelUsage kept;

	private Meter.@Nullable Reservation reservation;

	private ModelUsage total = ModelUsage.NONE;

	CallAccount(Meter meter, Meter.Reservation first, ModelPrices prices, PreparedRequest prepared) {
		this.meter = meter;
		this.prices = prices;
		this.prepared = prepared;
		this.kept = first.kept();
		this.reservation = first;
	}

	/** Returns the meter of the objective that pays for the calls. */
	Object payer() {
		return this.meter;
	}

	/** Returns the worst case of one try. */
	static ModelUsage worstCase(ModelPrices prices, PreparedRequest prepared, int maxTokens) {
		return usage(prices, prepared, prepared.promptTokens(), maxTokens);
	}

	/**
	 * Reserves the worst case of a further try.
	 * @return whether the remaining budget covers it
	 */
	boolean open(int maxTokens) {
		Optional<Meter.Reservation> next = this.meter.reserve(worstCase(this.prices, this.prepared, maxTokens),
				this.kept);
		this.reservation = next.orElse(null);
		return next.isPresent();
	}

	ModelUsage book(ChatCompletion completion) {
		return settle(counted(completion));
	}

	ModelUsage book(WireException failure) {
		if (!failure.fault().sent()) {
			return settle(ModelUsage.NONE);
		}
		return settle(failure.isUncertain() ? reserved() : REFUSED);
	}

	/** Releases a reservation for which no request was sent. */
	void close() {
		settle(ModelUsage.NONE);
	}

	ModelUsage total() {
		return this.total;
	}

	private ModelUsage settle(ModelUsage used) {
		if (this.reservation != null) {
			this.meter.settle(this.reservation, used);
			this.reservation = null;
			this.total = this.total.plus(used);
		}
		return used;
	}

	private ModelUsage reserved() {
		return (this.reservation != null) ? this.reservation.worstCase() : ModelUsage.NONE;
	}

	/**
	 * Uses the count of the endpoint where it can be true: a text has at most as many
	 * tokens as bytes, and a reply has at most as many tokens as were allowed, or as its
	 * text shows. Where the count cannot be true, the reservation is used; where there is
	 * no count, an estimate.
	 */
	private ModelUsage counted(ChatCompletion completion) {
		long reply = (long) TokenEstimate.in(completion.text()) + TokenEstimate.in(completion.thinking());
		ChatCompletion.Counted counted = completion.counted();
		if (counted == null) {
			return usage(this.prices, this.prepared, this.prepared.promptTokens(), reply);
		}
		ModelUsage most = reserved();
		boolean inputIsTrue = counted.input() <= this.prepared.promptBytes() + TEMPLATE_BYTES;
		boolean outputIsTrue = counted.output() <= Math.max(most.outputTokens(), reply * TokenEstimate.BYTES_PER_TOKEN);
		return usage(this.prices, this.prepared, inputIsTrue ? counted.input() : most.inputTokens(),
				outputIsTrue ? Math.max(counted.output(), Math.min(reply, 1)) : most.outputTokens());
	}

	private static ModelUsage usage(ModelPrices prices, PreparedRequest prepared, long input, long output) {
		return new ModelUsage(1, input, output, prices.cost(prepared.model(), input, output));
	}

}
