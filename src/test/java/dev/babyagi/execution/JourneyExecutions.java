package dev.babyagi.execution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.test.util.ReflectionTestUtils;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.plan.Plan;

/**
 * Executions to test with, that no database knows.
 */
public final class JourneyExecutions {

	private JourneyExecutions() {
	}

	public static Execution begin(Objective objective) {
		return new Execution(objective.id(), objective.tenant(), null, List.of(), List.of());
	}

	/** One that follows a plan. */
	public static Execution following(Objective objective, Plan plan, Instant now) {
		Execution execution = begin(objective);
		execution.follow(plan, now);
		return execution;
	}

	/** Carries a task out at once. */
	public static void succeed(Execution execution, String taskId, String text, Instant now) {
		execution.fulfil(taskId, Artifacts.text(text), VerificationLevel.NONE, now);
	}

	/**
	 * An attempt that ended, of no objective in particular.
	 */
	public static Attempt ended(AttemptEnd end, Instant now) {
		Attempt attempt = open(now);
		attempt.close(end, now);
		return attempt;
	}

	/** An attempt that is under way, of no objective in particular. */
	public static Attempt open(Instant now) {
		return new Attempt(new Attempt.Key(new UUID(0, 1), 1), "default", ModelRole.PLANNER, null, 1, 1,
				ModelUsage.NONE, now);
	}

	/**
	 * What another process makes of it once this one has died: it knows what has a row
	 * and nothing else.
	 */
	public static Execution takenOver(Execution execution, Instant now) {
		List<Attempt> attempts = execution.attempts()
			.stream()
			.filter((attempt) -> attempt.isBought() || !attempt.isOpen())
			.map(Attempt::copy)
			.toList();
		List<TaskRun> runs = execution.runs().stream().map(TaskRun::copy).toList();
		attempts.forEach((attempt) -> ReflectionTestUtils.setField(attempt, "passed", null));
		runs.forEach((run) -> ReflectionTestUtils.setField(run, "artifact", null));
		Execution taken = new Execution(new ObjectiveId(execution.objectiveId()), "default",
				execution.plan().orElse(null), runs, attempts);
		taken.recover(now);
		return taken;
	}

}
