package dev.babyagi.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.Executions;
import dev.babyagi.execution.LadderRung;
import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.journey.stage.PlanRequests;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.objective.Objective;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanRevisions;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DirectReply;
import dev.babyagi.planning.PlanRequest;
import dev.babyagi.planning.Planning;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.tool.ToolPermission;
import dev.babyagi.tool.ToolRisk;

/**
 * Finds the one call behind an answer, so that it can be made again with a change: the
 * direct call, or that of the think task whose output is the answer.
 */
@Component
public class ReplayableCalls {

	/** The id of the only task of a direct plan. */
	private static final String ONLY_TASK = "t1";

	private final PlanRevisions plans;

	private final Executions executions;

	private final PlanRequests requests;

	private final Planning planning;

	private final TaskPerformer performer;

	private final ToolCatalogue tools;

	ReplayableCalls(PlanRevisions plans, Executions executions, PlanRequests requests, Planning planning,
			TaskPerformer performer, ToolCatalogue tools) {
		this.plans = plans;
		this.executions = executions;
		this.requests = requests;
		this.planning = planning;
		this.performer = performer;
		this.tools = tools;
	}

	/**
	 * Finds the call of an objective that has ended.
	 * @param taskId the task, or {@code null} for the answer of the objective
	 * @return nothing if no single call made it, or if a tool that is not pure was
	 * allowed
	 */
	@Transactional(readOnly = true)
	public Optional<ReplayableCall> find(Objective objective, @Nullable String taskId) {
		Plan plan = this.plans.newest(objective.id()).orElse(null);
		if (plan == null || !isPure(objective.tools())) {
			return Optional.empty();
		}
		if (plan.origin() == Origin.DIRECT) {
			return Optional.of(new DirectCall(this.requests.of(objective)));
		}
		return task(plan, taskId)
			.map((task) -> new TaskCall(objective, plan, task, this.executions.find(objective, plan)));
	}

	private boolean isPure(@Nullable List<String> names) {
		return names == null || names.stream()
			.allMatch((name) -> this.tools.find(name).filter((tool) -> tool.risk() == ToolRisk.PURE).isPresent());
	}

	private static Optional<Task> task(Plan plan, @Nullable String taskId) {
		Optional<Task> found = Optional.empty();
		if (taskId != null) {
			found = plan.find(taskId);
		}
		else if (plan.conclusion() instanceof Conclusion.Reference reference) {
			found = reference.tasks().stream().findFirst().flatMap(plan::find);
		}
		return found.filter((task) -> task.assignment() instanceof Assignment.Think);
	}

	/** The direct call of an objective. */
	private final class DirectCall implements ReplayableCall {

		private final PlanRequest request;

		DirectCall(PlanRequest request) {
			this.request = request;
		}

		@Override
		public ModelRequest request(String lesson) {
			return ReplayableCalls.this.planning.askDirect(this.request.withBackground(lesson, false));
		}

		@Override
		public Optional<String> answer(String reply) {
			return switch (ReplayableCalls.this.planning.readDirect(this.request, reply)) {
				case DirectReply.Answer answer -> Optional.of(DisplayValues.text(answer.value()));
				case DirectReply.UseTool use -> use(use.plan().tasks().getFirst());
				case DirectReply.Misfit _ -> Optional.empty();
			};
		}

		private Optional<String> use(Task task) {
			if (!(task.assignment() instanceof Assignment.UseTool use)) {
				return Optional.empty();
			}
			ToolPermission permission = this.request.tools();
			AttemptEnd end = ReplayableCalls.this.performer.use(task, use, Map.of(), permission);
			return Optional.ofNullable(end.artifact()).map(Artifact::text);
		}

		@Override
		public String taskId() {
			return ONLY_TASK;
		}

		@Override
		public boolean isRecomputed() {
			return false;
		}

	}

	/** The call of one think task. */
	private final class TaskCall implements ReplayableCall {

		private final Objective objective;

		private final Plan plan;

		private final Task task;

		private final Execution execution;

		TaskCall(Objective objective, Plan plan, Task task, Execution execution) {
			this.objective = objective;
			this.plan = plan;
			this.task = task;
			this.execution = execution;
		}

		@Override
		public ModelRequest request(String lesson) {
			return ReplayableCalls.this.performer.request(this.objective.text(), lesson, this.plan, this.task,
					new LadderRung.Answer(), this.execution);
		}

		@Override
		public Optional<String> answer(String reply) {
			return switch (ReplayableCalls.this.performer.check(this.task, this.execution.artifacts(), reply)) {
				case CheckedAnswer.Passed passed -> Optional.of(passed.artifact().text());
				case CheckedAnswer.Failed _ -> Optional.empty();
			};
		}

		@Override
		public String taskId() {
			return this.task.id();
		}

		@Override
		public boolean isRecomputed() {
			return this.task.success().kind() == Task.Success.Kind.RECOMPUTE;
		}

	}

}
