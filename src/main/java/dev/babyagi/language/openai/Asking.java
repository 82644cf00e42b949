package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.Optional;

import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.language.Heard;
import dev.babyagi.language.ReplyForm;

/**
 * One ask under way: the requests it takes, the pauses between them, and the meter asked
 * before each. Used by one thread, once.
 */
final class Asking {

	private static final Logger logger = LoggerFactory.getLogger(Asking.class);

	/** More ways of asking than any endpoint can refuse in turn. */
	private static final int MOST_REFUSALS = 8;

	private final Wording wording;

	private final Line line;

	private final Bill bill;

	private final Patience patience;

	private final long successesBefore;

	private int maxTokens;

	private int refusals;

	private boolean lengthened;

	private boolean shortened;

	Asking(Wording wording, int maxTokens, Line line, Bill bill) {
		this.wording = wording;
		this.maxTokens = maxTokens;
		this.line = line;
		this.bill = bill;
		this.patience = new Patience(line.backoff());
		this.successesBefore = line.habits().successes();
	}

	Heard hear() {
		try {
			Step step = request();
			while (step instanceof Again again) {
				this.line.backoff().sleeper().sleep(again.pause());
				step = this.bill.open(this.maxTokens) ? request() : new Done(new Heard.OverBudget(this.bill.total()));
			}
			return ((Done) step).heard();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Heard.Cut(this.bill.total());
		}
		finally {
			this.bill.close();
		}
	}

	private Step request() throws InterruptedException {
		try (Habits.Turn turn = this.line.habits().turn(this.wording.kind())) {
			Optional<Lane.Passage> passage = this.line.lane().enter(this.bill.payer());
			if (passage.isEmpty()) {
				return unreachable("The model endpoint has failed again and again and is let alone for a while");
			}
			try (Lane.Passage call = passage.get()) {
				return request(turn, call);
			}
		}
	}

	private Step request(Habits.Turn turn, Lane.Passage passage) {
		CallObservation call = CallObservation.start(this.line.observations(), this.wording);
		try {
			Completion completion = send(turn.manner());
			turn.accepted();
			passage.answered();
			call.completed(this.bill.book(completion));
			return judge(completion);
		}
		catch (WireException ex) {
			passage.failed(ex.fault());
			call.failed(ex.fault(), this.bill.book(ex.fault()));
			return react(ex.fault(), turn);
		}
	}

	private Completion send(Manner manner) {
		return this.line.endpoint()
			.send(this.wording.model(), this.wording.system(manner), this.wording.ask().user(),
					this.wording.parameters(manner, this.maxTokens), this.maxTokens, this.wording.ask().timeout());
	}

	private Step judge(Completion completion) {
		if (completion.isDeclined()) {
			return new Done(new Heard.Declined("The model declined to answer", this.bill.total()));
		}
		String text = Thinking.stripped(completion.text());
		boolean cut = completion.finish() == Completion.Finish.LENGTH;
		if (cut && (text.isBlank() || this.wording.ask().form() instanceof ReplyForm.Structured)) {
			return longer();
		}
		if (completion.finish() == null) {
			return again("The reply ended for a reason that is no end");
		}
		if (text.isBlank()) {
			return again("The model said nothing");
		}
		return new Done(new Heard.Reply(text, cut, named(completion.model()), this.bill.total()));
	}

	private String named(String model) {
		return model.isBlank() ? this.wording.model() : model;
	}

	private Step longer() {
		int longer = this.wording.fitting(Math.min(this.maxTokens, Integer.MAX_VALUE / 2) * 2);
		if (this.lengthened || longer <= this.maxTokens) {
			return unusable("The reply was cut at its length limit of %s tokens".formatted(this.maxTokens));
		}
		this.lengthened = true;
		this.maxTokens = longer;
		return Again.NOW;
	}

	private Step react(Fault fault, Habits.Turn turn) {
		logger.debug("Request to model {} as {}: {}", this.wording.model(), this.wording.ask().role(), fault);
		return switch (fault) {
			case Fault.Interrupted _ -> new Done(new Heard.Cut(this.bill.total()));
			case Fault.Unreached(String reason) -> tryAgain(reason, false);
			case Fault.Broken(String reason) -> tryAgain(reason, false);
			case Fault.Busy busy -> postponed(busy);
			case Fault.Garbled(String reason) -> again(reason);
			case Fault.Unwanted(String parameter) -> otherwise(parameter, turn);
			case Fault.TooLong(int fits) -> shorter(fits);
			case Fault.Denied(String reason, String cure) -> new Done(new Heard.Fatal(reason, cure, this.bill.total()));
			case Fault.Rejected(String reason) -> unusable(reason);
			case Fault.Oversized(String reason) -> unusable(reason);
		};
	}

	private Step postponed(Fault.Busy busy) {
		return Optional.ofNullable(busy.wish())
			.flatMap((wish) -> this.patience.asWished(wish, busy.overloaded()))
			.<Step>map(Again::new)
			.orElseGet(() -> tryAgain(busy.reason(), busy.overloaded()));
	}

	private Step tryAgain(String reason, boolean overloaded) {
		return this.patience.afterFault(overloaded).<Step>map(Again::new).orElseGet(() -> unreachable(reason));
	}

	private Step unreachable(String reason) {
		boolean othersSucceeded = this.line.habits().successes() > this.successesBefore;
		return new Done(new Heard.Unreachable(reason, othersSucceeded, this.bill.total()));
	}

	private Step again(String reason) {
		return this.patience.afterGarbled().<Step>map(Again::new).orElseGet(() -> unusable(reason));
	}

	private Step otherwise(String parameter, Habits.Turn turn) {
		this.refusals++;
		if (this.refusals > MOST_REFUSALS || !turn.refused(parameter)) {
			return unusable("The model endpoint takes this request in none of the forms we know");
		}
		return Again.NOW;
	}

	private Step shorter(int fits) {
		if (this.shortened || fits <= 0 || fits >= this.maxTokens) {
			return unusable("The prompt does not fit the model's window");
		}
		this.shortened = true;
		this.maxTokens = fits;
		return Again.NOW;
	}

	private Step unusable(String reason) {
		return new Done(new Heard.Unusable(reason, this.bill.total()));
	}

	private sealed interface Step {

	}

	private record Again(Duration pause) implements Step {

		private static final Again NOW = new Again(Duration.ZERO);

	}

	private record Done(Heard heard) implements Step {

	}

	/**
	 * What an ask goes over: shared by all asks of a model.
	 */
	record Line(Endpoint endpoint, Habits habits, Lane lane, Backoff backoff, ObservationRegistry observations) {

	}

}
