package dev.babyagi.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.LadderRung;
import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.integration.Integration;
import dev.babyagi.integration.JoinBackground;
import dev.babyagi.journey.PastCall.Part;
import dev.babyagi.journey.stage.JoinBriefs;
import dev.babyagi.journey.stage.PlanRequests;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.Objective;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.PlanRequest;
import dev.babyagi.planning.Planning;
import dev.babyagi.reply.ExactJson;

/**
 * Rebuilds the calls of objectives that have ended. A call whose prompt held memories is
 * left out, since its reply may rest on them.
 */
@Component
public class PastCalls {

	/** The id of the only task of a direct plan. */
	private static final String ONLY_TASK = "t1";

	private final PlanRequests requests;

	private final Planning planning;

	private final TaskPerformer performer;

	private final JoinBriefs briefs;

	private final Integration integration;

	PastCalls(PlanRequests requests, Planning planning, TaskPerformer performer, JoinBriefs briefs,
			Integration integration) {
		this.requests = requests;
		this.planning = planning;
		this.performer = performer;
		this.briefs = briefs;
		this.integration = integration;
	}

	/** The calls behind a plan that was carried out. */
	public List<PastCall> of(Objective objective, Plan plan, Execution execution) {
		List<PastCall> calls = new ArrayList<>();
		if (plan.origin() == Origin.DIRECT) {
			add(calls, Part.DIRECT, ONLY_TASK, this.planning.askDirect(this.requests.of(objective)),
					of(execution, ModelRole.EXECUTOR, ONLY_TASK));
			return calls;
		}
		if (plan.revision() == 1 && (plan.origin() == Origin.MODEL || plan.origin() == Origin.REPAIRED)) {
			plan(objective, plan, execution).ifPresent(calls::add);
		}
		for (Task task : plan.tasks()) {
			if (task.assignment() instanceof Assignment.Think && !execution.hasChildren(task.id())) {
				add(calls, Part.TASK, task.id(),
						this.performer.request(objective.text(), "", plan, task, new LadderRung.Answer(), execution),
						of(execution, ModelRole.EXECUTOR, task.id()));
			}
		}
		if (plan.conclusion() instanceof Conclusion.Synthesize && !isShortened(execution)) {
			ModelRequest request = this.integration
				.askJoin(this.briefs.of(objective, plan, execution, JoinBackground.NONE));
			add(calls, Part.JOIN, null, request, of(execution, ModelRole.JOINER, null));
		}
		return calls;
	}

	/**
	 * The plan stands for the reply that it was read from, in which faults may have been
	 * corrected.
	 */
	private Optional<PastCall> plan(Objective objective, Plan plan, Execution execution) {
		List<Attempt> attempts = of(execution, ModelRole.PLANNER, null);
		if (attempts.stream().anyMatch(PastCalls::remembers)) {
			return Optional.empty();
		}
		List<String> replies = attempts.stream().map(Attempt::answer).filter(Objects::nonNull).toList();
		List<String> refused = replies.isEmpty() ? List.of() : replies.subList(0, replies.size() - 1);
		ObjectNode reply = ExactJson.object().put("thought", Objects.requireNonNullElse(plan.thought(), ""));
		PlanRequest request = this.requests.of(objective);
		return Optional.of(new PastCall(Part.PLAN, null, this.planning.askPlan(request),
				ExactJson.write(reply.setAll(this.planning.asReply(plan))), refused));
	}

	private static void add(List<PastCall> calls, Part part, @Nullable String task, ModelRequest request,
			List<Attempt> attempts) {
		if (attempts.isEmpty() || attempts.stream().anyMatch(PastCalls::remembers)) {
			return;
		}
		String accepted = replies(attempts, AttemptOutcome.SUCCEEDED).reduce((one, other) -> other).orElse(null);
		calls.add(new PastCall(part, task, request, accepted, replies(attempts, AttemptOutcome.WRONG).toList()));
	}

	private static Stream<String> replies(List<Attempt> attempts, AttemptOutcome outcome) {
		return attempts.stream()
			.filter((attempt) -> attempt.outcome() == outcome)
			.map(Attempt::answer)
			.filter(Objects::nonNull);
	}

	private static List<Attempt> of(Execution execution, ModelRole role, @Nullable String taskId) {
		return execution.attempts()
			.stream()
			.filter((attempt) -> attempt.role() == role && Objects.equals(attempt.taskId(), taskId))
			.toList();
	}

	private static boolean remembers(Attempt attempt) {
		return !attempt.memories().isEmpty();
	}

	/** Whether outputs were too long for the joining call. */
	private static boolean isShortened(Execution execution) {
		return execution.attempts()
			.stream()
			.anyMatch((attempt) -> attempt.role() == ModelRole.JOINER && attempt.taskId() != null);
	}

}
