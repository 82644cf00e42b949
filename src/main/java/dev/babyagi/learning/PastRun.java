package dev.babyagi.learning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.objective.Objective;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task.Success;

/**
 * What happened in an objective that has ended.
 *
 * @param objective the objective
 * @param plan its last plan, or {@code null} if there was none
 * @param execution what was carried out
 * @param result its stored result; a missing node if there is none
 */
public record PastRun(Objective objective, @Nullable Plan plan, Execution execution, JsonNode result) {

	/**
	 * The answer of the objective, or the output of one of its tasks; {@code null} if
	 * there is none.
	 */
	public @Nullable String answer(@Nullable String taskId) {
		if (taskId != null) {
			return run(taskId).map(TaskRun::artifact).map(Artifact::text).orElse(null);
		}
		JsonNode answer = this.result.path("answer");
		if (answer.isMissingNode() || answer.isNull()) {
			return null;
		}
		return answer.isString() ? answer.stringValue() : answer.toString();
	}

	Optional<TaskRun> run(String taskId) {
		return this.execution.runs().stream().filter((run) -> run.taskId().equals(taskId)).findFirst();
	}

	/** The ids of the tasks that the claims of the answer cite. */
	Set<String> cited() {
		return this.result.path("claims")
			.valueStream()
			.flatMap((claim) -> claim.path("cites").valueStream())
			.map((cite) -> cite.asString(""))
			.collect(Collectors.toSet());
	}

	/**
	 * What judges said of a task, or of all tasks: whether its output met the criterion
	 * at last; {@code null} if none was asked.
	 */
	@Nullable Boolean judged(@Nullable String taskId) {
		List<TaskRun> judged = this.execution.runs()
			.stream()
			.filter((run) -> taskId == null || taskId.equals(run.taskId()))
			.filter((run) -> hasRubric(run.taskId()))
			.filter((run) -> run.verification() == VerificationLevel.JUDGE || run.state() == TaskState.FAILED)
			.toList();
		return judged.isEmpty() ? null
				: judged.stream().allMatch((run) -> run.verification() == VerificationLevel.JUDGE);
	}

	private boolean hasRubric(String taskId) {
		return this.plan != null
				&& this.plan.find(taskId).filter((task) -> task.success().kind() == Success.Kind.RUBRIC).isPresent();
	}

	/** The memories that prompts of a task held, or of any task. */
	List<String> memories(@Nullable String taskId) {
		return this.execution.attempts()
			.stream()
			.filter((attempt) -> taskId == null || taskId.equals(attempt.taskId()))
			.map(Attempt::memories)
			.flatMap(List::stream)
			.distinct()
			.toList();
	}

}
