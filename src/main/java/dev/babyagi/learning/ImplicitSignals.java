package dev.babyagi.learning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.family.SlottedText;
import dev.babyagi.learning.ImplicitSignal.Kind;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.StopReason;

/**
 * Reads the implicit signals of a run from its rows.
 */
@Component
public class ImplicitSignals {

	/** How long after an objective the same question is asking again. */
	private static final Duration SOON = Duration.ofDays(1);

	private static final int MOST_LATER = 20;

	private final Objectives objectives;

	ImplicitSignals(Objectives objectives) {
		this.objectives = objectives;
	}

	/** The signals of a run: of its tasks in their order, then of the whole. */
	public List<ImplicitSignal> of(PastRun run) {
		List<ImplicitSignal> signals = new ArrayList<>();
		run.execution().runs().forEach((task) -> addTask(run, task, signals));
		Objective objective = run.objective();
		if (objective.stopReason() == StopReason.CANCELED_BY_CLIENT) {
			signals.add(new ImplicitSignal(Kind.CANCELED, null, 1, "the client canceled it"));
		}
		int again = askedAgain(objective);
		if (again > 0) {
			signals.add(new ImplicitSignal(Kind.ASKED_AGAIN, null, again,
					"the same was asked again in the same context within a day"));
		}
		return signals;
	}

	private static void addTask(PastRun run, TaskRun task, List<ImplicitSignal> signals) {
		VerificationLevel level = task.verification();
		if (task.artifact() != null && level != null && level != VerificationLevel.NONE) {
			signals.add(new ImplicitSignal(Kind.CHECK_PASSED, task.taskId(), 1,
					"its output passed the check " + level.name().toLowerCase(Locale.ROOT)));
		}
		long wrong = run.execution()
			.attempts()
			.stream()
			.filter((attempt) -> task.taskId().equals(attempt.taskId()))
			.map(Attempt::outcome)
			.filter((outcome) -> outcome == AttemptOutcome.WRONG)
			.count();
		if (wrong > 0) {
			signals.add(new ImplicitSignal(Kind.CHECK_FAILED, task.taskId(), (int) wrong, "replies were refused"));
		}
		if (task.attempt() > 1) {
			signals.add(new ImplicitSignal(Kind.RETRIED, task.taskId(), task.attempt() - 1, "it was tried again"));
		}
	}

	private int askedAgain(Objective objective) {
		if (!objective.isContextGiven()) {
			return 0;
		}
		String asked = SlottedText.normalized(objective.text());
		ObjectiveFilter later = new ObjectiveFilter(null, null, objective.contextId(), objective.createdAt(),
				objective.createdAt().plus(SOON), null);
		return (int) this.objectives.list(objective.tenant(), later, MOST_LATER)
			.stream()
			.filter((other) -> !other.id().equals(objective.id()))
			.filter((other) -> SlottedText.normalized(other.text()).equals(asked))
			.count();
	}

}
