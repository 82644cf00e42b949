package dev.babyagi.learning.replay;

import org.jspecify.annotations.Nullable;

import dev.babyagi.journey.ReplayableCall;
import dev.babyagi.learning.ExpectedAnswer;
import dev.babyagi.learning.ObjectiveFeedback;
import dev.babyagi.learning.ReplayRows.Outcome;

/**
 * A stored task whose answer can be checked.
 *
 * @param feedback the feedback that labels it
 * @param call its call
 */
record ReplayCase(ObjectiveFeedback feedback, ReplayableCall call) {

	/** What it is the same case by: the objective and the task. */
	String key() {
		return this.feedback.objectiveId() + "/" + this.call.taskId();
	}

	/** What it is the same label by: the feedback as it is now. */
	String label() {
		return this.feedback.id() + " " + this.feedback.said();
	}

	Outcome outcome(String reply) {
		return this.call.answer(reply).filter(this::isRight).isPresent() ? Outcome.RIGHT : Outcome.WRONG;
	}

	private boolean isRight(String answer) {
		@Nullable String expected = this.feedback.said().expectedOutput();
		return (expected != null) ? ExpectedAnswer.matches(expected, answer) : this.call.isRecomputed();
	}

}
