package dev.babyagi.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.language.ModelResult;

/**
 * Makes one model call of work in the background: opens it in the ledger, makes it, and
 * closes it in the commit that stores what came of it, so that nothing is stored twice. A
 * call that was cut is made again once, and one whose endpoint could not be reached
 * later.
 */
@Component
public class BackgroundCallRunner {

	private static final int MOST_COMMITS = 6;

	private static final Logger log = LoggerFactory.getLogger(BackgroundCallRunner.class);

	private final BackgroundCalls calls;

	private final TransactionTemplate transaction;

	private final Clock clock;

	BackgroundCallRunner(BackgroundCalls calls, TransactionTemplate transaction, Clock clock) {
		this.calls = calls;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Makes a call.
	 * @param request the call
	 * @param end told once when the call has ended, in the commit that closes it
	 * @return when the work must be tried again; nothing if the end was told
	 */
	public Optional<Instant> run(CallRequest request, CallEnd end) {
		return switch (this.calls.open(request)) {
			case CallOpening.Opened opened -> settle(opened, this.calls.ask(opened), end);
			case CallOpening.Spent(Instant renewedAt) -> spent(end, renewedAt);
			case CallOpening.GivenUp(CallOutcome outcome) -> giveUp(request, end, outcome);
		};
	}

	private Optional<Instant> settle(CallOpening.Opened call, ModelResult result, CallEnd end) {
		return switch (result) {
			case ModelResult.Reply reply -> close(call, result, Optional.empty(), () -> end.replied(reply.text()));
			case ModelResult.Unreachable _, ModelResult.OverBudget _ -> later(call, result, pause(call.number()));
			case ModelResult.Cut _ -> later(call, result, Duration.ZERO);
			case ModelResult.Unusable it -> fail(call, result, end, it.reason());
			case ModelResult.Declined it -> fail(call, result, end, it.reason());
			case ModelResult.Refused it -> fail(call, result, end, it.reason());
			case ModelResult.Fatal it -> fail(call, result, end, it.reason() + ". " + it.cure());
		};
	}

	private Optional<Instant> fail(CallOpening.Opened call, ModelResult result, CallEnd end, String reason) {
		return close(call, result, Optional.empty(), () -> end.failed(new OperationError("unprocessable", reason)));
	}

	private Optional<Instant> later(CallOpening.Opened call, ModelResult result, Duration pause) {
		return close(call, result, Optional.of(this.clock.instant().plus(pause)), () -> {
		});
	}

	/** One minute after the first call, then twice as long after each. */
	private static Duration pause(int number) {
		return Duration.ofMinutes(1L << Math.min(number - 1, 6));
	}

	private Optional<Instant> spent(CallEnd end, Instant renewedAt) {
		Optional<OperationError> failure = end.unpaid(renewedAt);
		failure.ifPresent((error) -> this.transaction.executeWithoutResult((status) -> end.failed(error)));
		return failure.isPresent() ? Optional.empty() : Optional.of(renewedAt);
	}

	private Optional<Instant> giveUp(CallRequest request, CallEnd end, CallOutcome outcome) {
		log.warn("The call to {} for {} is given up: the last one ended {}", request.purpose(), request.work(),
				outcome);
		OperationError error = switch (outcome) {
			case UNREACHABLE -> new OperationError("model-unavailable", "The language model could not be reached");
			case OVER_BUDGET -> new OperationError("model-unavailable",
					"The language model answered with errors or with replies that were too long, again and again");
			default -> new OperationError("internal", "The call to the language model was cut twice");
		};
		this.transaction.executeWithoutResult((status) -> end.failed(error));
		return Optional.empty();
	}

	/**
	 * Closes a call and stores what came of it in one commit. It is tried again for some
	 * seconds, since the call was paid for and somebody else may have stored the same.
	 */
	private Optional<Instant> close(CallOpening.Opened call, ModelResult result, Optional<Instant> then, Runnable end) {
		for (int round = 1;; round++) {
			try {
				return closed(call, result, then, end);
			}
			catch (DataAccessException | TransactionException ex) {
				if (round == MOST_COMMITS) {
					throw ex;
				}
				log.warn("What came of a model call for {} could not be stored, which is tried again: {}",
						call.request().work(), ex.getClass().getSimpleName());
				pauseBefore(round);
			}
		}
	}

	private Optional<Instant> closed(CallOpening.Opened call, ModelResult result, Optional<Instant> then,
			Runnable end) {
		Boolean mine = this.transaction.execute((status) -> {
			boolean open = this.calls.close(call, result);
			if (open) {
				end.run();
			}
			return open;
		});
		if (!Boolean.TRUE.equals(mine)) {
			log.info("Another replica has taken over the call to {} for {}", call.request().purpose(),
					call.request().work());
			return Optional.of(this.clock.instant());
		}
		return then;
	}

	private static void pauseBefore(int round) {
		try {
			TimeUnit.MILLISECONDS.sleep(50L << round);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("A handler is never interrupted", ex);
		}
	}

	/** Cuts the calls under way, because this replica is stopping. */
	public void cut() {
		this.calls.cut();
	}

	/**
	 * What is written when a call has ended. Each method runs in the transaction that
	 * closes the call.
	 */
	public interface CallEnd {

		/** Stores what the reply brought. */
		void replied(String reply);

		/** Notes why there is no reply. */
		void failed(OperationError error);

		/**
		 * Says what becomes of the work if the budget of the day does not cover the call.
		 * @param renewedAt when the next day begins
		 * @return the error that it fails with; nothing if it waits
		 */
		Optional<OperationError> unpaid(Instant renewedAt);

	}

}
