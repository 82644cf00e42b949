package dev.babyagi.journey.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.Executions;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.Objectives;
import dev.babyagi.picture.PlanSvg;
import dev.babyagi.picture.TimelineSvg;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanJson;
import dev.babyagi.plan.PlanMermaid;
import dev.babyagi.plan.PlanRevisions;
import dev.babyagi.plan.Task;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Reads the views of objectives, each in one read-only transaction.
 */
@Component
@Transactional(readOnly = true)
class ObjectiveViews {

	private final Objectives objectives;

	private final PlanRevisions plans;

	private final Executions executions;

	private final StoredJson json;

	private final Clock clock;

	ObjectiveViews(Objectives objectives, PlanRevisions plans, Executions executions, StoredJson json, Clock clock) {
		this.objectives = objectives;
		this.plans = plans;
		this.executions = executions;
		this.json = json;
		this.clock = clock;
	}

	ObjectiveView one(String tenant, ObjectiveId id) {
		return ObjectiveView.of(find(tenant, id), this.json);
	}

	Page<ObjectiveView> list(String tenant, ObjectiveFilter filter, PageQuery page) {
		List<Objective> rows = this.objectives.list(tenant, filter, page.size() + 1);
		return Page.of(rows, page, (row) -> new Cursor(row.createdAt(), row.id().id()))
			.map((row) -> ObjectiveView.of(row, this.json));
	}

	JsonNode plan(String tenant, ObjectiveId id) {
		Plan plan = requirePlan(find(tenant, id));
		ObjectNode view = JsonNodeFactory.instance.objectNode().put("objectiveId", id.toString());
		view.setAll(PlanJson.write(plan));
		return view;
	}

	String mermaid(String tenant, ObjectiveId id) {
		Objective objective = find(tenant, id);
		Plan plan = requirePlan(objective);
		return PlanMermaid.render(plan, this.executions.find(objective, plan).states());
	}

	String planSvg(String tenant, ObjectiveId id) {
		Objective objective = find(tenant, id);
		Plan plan = requirePlan(objective);
		return PlanSvg.render(plan, this.executions.find(objective, plan).states());
	}

	/** The time begins when the objective was first claimed. */
	String timeline(String tenant, ObjectiveId id) {
		Objective objective = find(tenant, id);
		Plan plan = requirePlan(objective);
		Instant from = Objects.requireNonNullElse(objective.startedAt(), objective.createdAt());
		return TimelineSvg.render(plan, this.executions.find(objective, plan), from, this.clock.instant());
	}

	List<TaskView> tasks(String tenant, ObjectiveId id) {
		Objective objective = find(tenant, id);
		return this.plans.newest(id).map((plan) -> tasks(objective, plan)).orElse(List.of());
	}

	TaskView task(String tenant, ObjectiveId id, String taskId) {
		return tasks(tenant, id).stream()
			.filter((task) -> task.id().equals(taskId))
			.findFirst()
			.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such task in this objective"));
	}

	JsonNode result(String tenant, ObjectiveId id) {
		Objective objective = find(tenant, id);
		return Optional.ofNullable(this.json.result(objective)).orElseThrow(() -> noResult(objective));
	}

	private static Problem noResult(Objective objective) {
		return objective.state().isTerminal()
				? Problem.of(ProblemType.NO_RESULT, "The objective ended without an answer; its error says why")
					.lasting()
				: Problem.of(ProblemType.NO_RESULT, "The objective is still being worked on")
					.retryAfter(Duration.ofSeconds(1));
	}

	private List<TaskView> tasks(Objective objective, Plan plan) {
		Execution execution = this.executions.find(objective, plan);
		JsonNode planned = PlanJson.write(plan).path("tasks");
		List<Task> tasks = plan.tasks();
		return IntStream.range(0, tasks.size()).mapToObj((index) -> {
			TaskRun run = execution.run(tasks.get(index).id());
			return TaskView.of(tasks.get(index), planned.path(index), run, memories(execution, run.taskId()),
					used(execution, run.taskId()));
		}).toList();
	}

	/** The memories of the last attempt that was given or has found some. */
	private static List<String> memories(Execution execution, String taskId) {
		return execution.attempts()
			.reversed()
			.stream()
			.filter((attempt) -> taskId.equals(attempt.taskId()) && !attempt.memories().isEmpty())
			.findFirst()
			.map(Attempt::memories)
			.orElse(List.of());
	}

	private static ModelUsage used(Execution execution, String taskId) {
		return execution.attempts()
			.stream()
			.filter((attempt) -> taskId.equals(attempt.taskId()))
			.map(Attempt::used)
			.reduce(ModelUsage.NONE, ModelUsage::plus);
	}

	private Plan requirePlan(Objective objective) {
		return this.plans.newest(objective.id())
			.orElseThrow(() -> objective.state().isTerminal()
					? Problem.of(ProblemType.NO_PLAN, "The objective ended before it had a plan").lasting()
					: Problem.of(ProblemType.NO_PLAN, "The plan is not drawn yet").retryAfter(Duration.ofSeconds(1)));
	}

	private Objective find(String tenant, ObjectiveId id) {
		return this.objectives.find(id, tenant).orElseThrow(() -> new ObjectiveNotFound(id.toString()));
	}

}
