package dev.babyagi.journey.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.OutageBackoff;

/**
 * How a conversation with a planner or joiner stands, read off its attempts: so a crash
 * finds it where it was.
 */
public sealed interface ConversationState {

	/** Crashes one conversation may be cut by. */
	int CRASHES = 3;

	/** A call is under way. */
	record UnderWay() implements ConversationState {

	}

	/**
	 * The endpoint is down.
	 *
	 * @param until when it is tried anew
	 */
	record Waiting(Instant until) implements ConversationState {

	}

	/**
	 * It is our turn.
	 *
	 * @param replies what was said so far, oldest first; an empty text for a reply that
	 * was not usable
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
	 * It came to nothing.
	 *
	 * @param outcome of its last attempt
	 * @param reason safe to show
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
				case DECLINED, FAILED, FATAL, OVER_BUDGET -> {
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
