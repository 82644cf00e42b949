package dev.babyagi.journey.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.OutageBackoff;

/**
 * The state of a conversation with a model. It is computed from the stored attempts, so
 * that the conversation goes on after a crash.
 */
public sealed interface ConversationState {

	/** A conversation ends after this many crashes of the process during its calls. */
	int CRASHES = 3;

	/** A call is under way. */
	record UnderWay() implements ConversationState {

	}

	/**
	 * The endpoint is down.
	 *
	 * @param until when it is asked again
	 */
	record Waiting(Instant until) implements ConversationState {

	}

	/**
	 * The last call has ended, and the service is to react to it.
	 *
	 * @param replies the model's replies so far, oldest first; a reply that was not
	 * usable is an empty text
	 */
	record OurTurn(List<String> replies) implements ConversationState {

		public int rounds() {
			return this.replies.size();
		}

		public String last() {
			return this.replies.getLast();
		}

	}

	/**
	 * It ended without a usable reply.
	 *
	 * @param outcome the outcome of its last attempt
	 * @param reason why, safe to show
	 */
	record Ended(AttemptOutcome outcome, String reason) implements ConversationState {

	}

	static ConversationState of(List<Attempt> attempts, Instant now) {
		List<String> replies = new ArrayList<>();
		int crashes = 0;
		int outages = 0;
		Instant lastOutage = now;
		for (Attempt attempt : attempts) {
			AttemptOutcome outcome = attempt.outcome();
			if (outcome == null) {
				return new UnderWay();
			}
			String reason = (attempt.reason() != null) ? attempt.reason() : outcome.name();
			String answer = attempt.answer();
			switch (outcome) {
				case SUCCEEDED -> replies.add((answer != null) ? answer : "");
				case WRONG -> replies.add("");
				case UNCERTAIN -> crashes++;
				case CUT -> {
				}
				case UNREACHABLE -> lastOutage = (attempt.closedAt() != null) ? attempt.closedAt() : now;
				case DECLINED, REFUSED, FAILED, FATAL, OVER_BUDGET -> {
					return new Ended(outcome, reason);
				}
			}
			outages = (outcome == AttemptOutcome.UNREACHABLE) ? outages + 1 : 0;
		}
		if (crashes >= CRASHES) {
			return new Ended(AttemptOutcome.UNCERTAIN, "The process died %d times during this call".formatted(crashes));
		}
		Instant until = lastOutage.plus(waitAfter(outages));
		return (outages > 0 && until.isAfter(now)) ? new Waiting(until) : new OurTurn(replies);
	}

	private static Duration waitAfter(int outages) {
		return (outages == 0) ? Duration.ZERO : OutageBackoff.waitAfter(outages - 1);
	}

}
