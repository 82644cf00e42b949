package dev.babyagi.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.exemplar.ExemplarId;
import dev.babyagi.exemplar.ExemplarUses;
import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.learning.Attribution.Kind;
import dev.babyagi.lesson.LessonChoice;
import dev.babyagi.lesson.LessonId;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;

/**
 * Spreads a rating over what took part in an answer, by fixed weights. A task whose
 * output the answer rests on weighs 1. If the answer was wrong, one whose output was
 * checked weighs a quarter, since it is hardly at fault. The lesson in the prompts weighs
 * a half, an exemplar and all memories in them together a quarter each.
 */
final class CreditAssignment {

	private static final double CHECKED = 0.25;

	private static final double LESSON = 0.5;

	private static final double EXEMPLAR = 0.25;

	private static final double MEMORIES = 0.25;

	/** Further ones would get less than a hundredth. */
	private static final int MOST_MEMORIES = 20;

	private final PastRun run;

	private final @Nullable FeedbackVerdict verdict;

	private final List<Weighed> weighed = new ArrayList<>();

	private CreditAssignment(PastRun run, @Nullable FeedbackVerdict verdict) {
		this.run = run;
		this.verdict = verdict;
	}

	static List<Attribution> spread(PastRun run, @Nullable String taskId, @Nullable FeedbackVerdict verdict,
			Optional<LessonChoice> lesson, Optional<ExemplarUses.Use> exemplar) {
		CreditAssignment assignment = new CreditAssignment(run, verdict);
		if (taskId != null) {
			assignment.weighed.add(new Weighed(Kind.TASK, taskId, 1, "the feedback is on its output"));
		}
		else {
			assignment.addTasks();
		}
		lesson.filter((choice) -> choice.arm() == ExperimentArm.WITH)
			.ifPresent((choice) -> assignment.weighed.add(new Weighed(Kind.LESSON,
					new LessonId(choice.lesson()).toString(), LESSON, "its words stood in the prompts")));
		exemplar.filter((use) -> taskId == null && use.arm() == ExperimentArm.WITH)
			.ifPresent((use) -> assignment.weighed
				.add(new Weighed(Kind.EXEMPLAR, new ExemplarId(use.exemplar()).toString(), EXEMPLAR,
						use.reused() ? "its plan was used" : "the planner was shown its plan")));
		assignment.addMemories(taskId);
		return assignment.shares();
	}

	private void addTasks() {
		Plan plan = this.run.plan();
		if (plan == null) {
			return;
		}
		Set<String> cited = this.run.cited();
		Set<String> named = plan.conclusion().tasks();
		boolean readsAll = cited.isEmpty() && plan.conclusion() instanceof Conclusion.Synthesize;
		for (TaskRun task : this.run.execution().runs()) {
			String id = task.taskId();
			if (task.state() == TaskState.FAILED && this.verdict == FeedbackVerdict.FAILURE) {
				this.weighed.add(new Weighed(Kind.TASK, id, 1, "it failed, so the answer lacks its output"));
			}
			else if (cited.contains(id)) {
				addOutput(task, "the answer cites its output");
			}
			else if (named.contains(id) && cited.isEmpty()) {
				addOutput(task, "the answer is made of its output");
			}
			else if (readsAll && task.artifact() != null) {
				addOutput(task, "the answer was written from its output");
			}
		}
	}

	private void addOutput(TaskRun task, String why) {
		VerificationLevel level = task.verification();
		if (level != null && level.isByRule() && this.verdict == FeedbackVerdict.FAILURE) {
			String how = level.name().toLowerCase(Locale.ROOT);
			this.weighed.add(new Weighed(Kind.TASK, task.taskId(), CHECKED, why + ", and was checked (" + how + ")"));
		}
		else {
			this.weighed.add(new Weighed(Kind.TASK, task.taskId(), 1, why));
		}
	}

	private void addMemories(@Nullable String taskId) {
		List<String> memories = this.run.memories(taskId).stream().limit(MOST_MEMORIES).toList();
		memories.forEach((memory) -> this.weighed
			.add(new Weighed(Kind.MEMORY, memory, MEMORIES / memories.size(), "a prompt held it")));
	}

	private List<Attribution> shares() {
		double all = this.weighed.stream().mapToDouble(Weighed::weight).sum();
		return this.weighed.stream()
			.map((part) -> new Attribution(part.kind(), part.id(), Math.round(part.weight() / all * 1000) / 1000.0,
					part.why()))
			.toList();
	}

	private record Weighed(Kind kind, String id, double weight, String why) {

	}

}
