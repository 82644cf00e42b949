package dev.babyagi.execution;

import java.util.Optional;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;

/**
 * Chooses what is tried after a failed attempt: a retry with the message of the check,
 * then a vote of three answers, then nothing more. Where answers cannot be compared, a
 * second retry takes the place of the vote.
 */
final class RetryLadder {

	/** A task stalls after this many wrong answers. */
	static final int WRONGS = 3;

	/** A task stalls after this many crashes of the process during its attempts. */
	static final int CRASHES = 3;

	private RetryLadder() {
	}

	static LadderRung next(Task task, TaskRun run, Optional<Attempt> lastWrong) {
		String error = (run.error() != null) ? run.error() : "No answer passed its check";
		if (run.crashes() >= CRASHES) {
			return new LadderRung.Stalled("The process died %d times while it was under way".formatted(run.crashes()));
		}
		if (!(task.assignment() instanceof Assignment.UseTool)) {
			return thinking(task, run, lastWrong, error);
		}
		return (run.wrongs() == 0) ? new LadderRung.Answer() : new LadderRung.Stalled(error);
	}

	private static LadderRung thinking(Task task, TaskRun run, Optional<Attempt> lastWrong, String error) {
		if (run.wrongs() >= WRONGS) {
			return new LadderRung.Stalled(error);
		}
		boolean votes = task.hasComparableAnswers();
		if (run.wrongs() == 0) {
			return (votes && task.effort() == Task.Effort.HIGH) ? new LadderRung.Ballots() : new LadderRung.Answer();
		}
		return (votes && run.wrongs() > 1) ? new LadderRung.Ballots()
				: new LadderRung.Retry(lastWrong.map(Attempt::answer).orElse(null), error);
	}

}
