package dev.babyagi.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.NormalizedPhrase;
import dev.babyagi.planning.draft.NumberedList;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.exact.ExactPlanner;
import dev.babyagi.planning.fix.NameTasks;
import dev.babyagi.planning.fix.SettleFinal;
import dev.babyagi.schema.AnswerSchema;
import dev.babyagi.tool.CalculatorInputs;
import dev.babyagi.tool.ToolCatalogue;

/**
 * Turns an objective into a valid plan. Planning calls no model and uses no database. It
 * returns the requests to send and reads the replies, and the same reply always gives the
 * same plan. Thread safe.
 *
 * <pre class="code">
 * ModelRequest asked = planning.askPlan(request);
 * DraftResult result = planning.readPlan(request, reply(asked), 0);
 * for (int round = 1; result instanceof Faulty faulty &amp;&amp; round &lt;= MAX_REPAIRS; round++) {
 *     ModelRequest repair = planning.askRepair(request, asked, reply, faulty);
 *     result = planning.readPlan(request, reply(repair), round);
 * }
 * Plan plan = (result instanceof Drawn drawn) ? drawn.plan() : planning.fallback(request, replies);
 * </pre>
 */
@Component
public class Planning {

	/** The most repairs after a first reply that was not a valid plan. */
	public static final int MAX_REPAIRS = 2;

	private final ToolCatalogue catalogue;

	Planning(ToolCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Returns the plan of an objective that consists of arithmetic only, made without a
	 * model. It is also empty if the calculator is not permitted, or if the answer may be
	 * neither a number nor a text.
	 */
	public Optional<Plan> exactPlan(PlanRequest request) {
		return admitsExact(request) ? ExactPlanner.draw(request.objective(), request.maxTasks()) : Optional.empty();
	}

	/**
	 * Returns whether an objective can be planned and carried out without a model. It
	 * only reads the text.
	 */
	public boolean needsNoModel(PlanRequest request) {
		return admitsExact(request) && ExactPlanner.reads(request.objective());
	}

	private boolean admitsExact(PlanRequest request) {
		return tools(request).find(CalculatorInputs.TOOL).isPresent()
				&& AnswerSchema.takesNumberOrText(request.outputSchema());
	}

	/**
	 * Decides by fixed rules, without a model, whether the objective is planned or
	 * answered directly.
	 */
	public PlanningRoute decide(PlanRequest request) {
		return OneStepClassifier.decide(request);
	}

	/**
	 * Returns the request for a direct answer. It asks for a document if the answer has a
	 * schema, for plain text if no tool is permitted, else for an answer or the use of a
	 * tool.
	 */
	public ModelRequest askDirect(PlanRequest request) {
		return DirectPrompts.ask(request, tools(request));
	}

	/** Reads the reply to {@link #askDirect}. */
	public DirectReply readDirect(PlanRequest request, String reply) {
		return new DirectReader(request, tools(request)).read(reply);
	}

	/** Returns a plan with one task {@code t1} that is the objective itself. */
	public Plan directPlan(PlanRequest request) {
		return DirectPlan.thinking(request);
	}

	/** Returns the request for the first plan. */
	public ModelRequest askPlan(PlanRequest request) {
		DraftConstraints constraints = constraints(request, 0);
		return PlanPrompts.ask(constraints, PlanPrompts.plan(request, constraints));
	}

	/**
	 * Reads a planner's reply.
	 * @param request the request for a plan
	 * @param reply the reply
	 * @param round 0 for the reply to {@link #askPlan}, 1 and 2 for repairs
	 * @return a valid first revision, or every fault of the reply
	 */
	public DraftResult readPlan(PlanRequest request, String reply, int round) {
		return new PlanValidator(constraints(request, round), new NameTasks()).read(reply,
				(draft) -> first(request, draft, round));
	}

	/**
	 * Reads the plan of an earlier objective, as a planner would reply it for this one.
	 * @return nothing if it does not keep the rules for this objective
	 */
	public Optional<Plan> readExemplar(PlanRequest request, String reply) {
		return (readPlan(request, reply, 0) instanceof DraftResult.Drawn drawn)
				? Optional.of(drawn.plan().withOrigin(Origin.EXEMPLAR)) : Optional.empty();
	}

	/**
	 * Returns a plan as a planner would reply it, without its reasoning.
	 * {@link #readPlan} reads it.
	 */
	public ObjectNode asReply(Plan plan) {
		return PlanReplyWriter.write(plan);
	}

	/**
	 * Returns a request that repeats the first one, with the reply and its faults.
	 * @param request the request for a plan
	 * @param asked the first request, without repairs
	 * @param reply the faulty reply
	 * @param faulty the faults of the reply
	 */
	public ModelRequest askRepair(PlanRequest request, ModelRequest asked, String reply, DraftResult.Faulty faulty) {
		return PlanPrompts.repair(request, asked, reply, faulty.faults());
	}

	/**
	 * Returns the plan when no reply held a valid one: the first numbered list in the
	 * replies, read as a sequence; else one task that is the objective itself.
	 */
	public Plan fallback(PlanRequest request, List<String> replies) {
		return replies.stream()
			.flatMap((reply) -> NumberedList.read(reply, constraints(request, 0).maxTasks()).stream())
			.findFirst()
			.map((tasks) -> new Plan(1, Origin.SEQUENCE, null, List.of(), tasks, SettleFinal.SYNTHESIS))
			.orElseGet(() -> directPlan(request));
	}

	/**
	 * Prepares to split a task that stalled, or to plan a {@code plan} task when it is
	 * its turn.
	 * @param request the request for a plan
	 * @param plan the plan so far
	 * @param task the task
	 * @param finished the outputs of the finished tasks, by id
	 */
	public Decomposition decomposition(PlanRequest request, Plan plan, Task task, Map<String, String> finished) {
		return new Decomposition(request, tools(request), plan, task, finished);
	}

	/**
	 * Prepares to replace the unfinished tasks of a plan.
	 * @param request the request for a plan
	 * @param plan the plan so far
	 * @param finished the outputs of the finished tasks, by id
	 */
	public Replanning replanning(PlanRequest request, Plan plan, Map<String, String> finished) {
		return new Replanning(request, tools(request), plan, finished);
	}

	private static Plan first(PlanRequest request, PlanDraft draft, int round) {
		Task only = draft.tasks().getFirst();
		if (draft.tasks().size() == 1 && NormalizedPhrase.same(only.instruction(), request.objective())) {
			return direct(request, draft, only);
		}
		return new Plan(1, (round == 0) ? Origin.MODEL : Origin.REPAIRED, draft.thought(), draft.requirements(),
				draft.tasks(), draft.settledConclusion());
	}

	/** V14: a plan with one task that repeats the objective needs no joining. */
	private static Plan direct(PlanRequest request, PlanDraft draft, Task only) {
		if (only.assignment() instanceof Assignment.Think) {
			return DirectPlan.thinking(request);
		}
		return new Plan(1, Origin.DIRECT, draft.thought(), draft.requirements(), draft.tasks(),
				new Conclusion.Reference(new Reference(only.id(), List.of()).text()));
	}

	private DraftConstraints constraints(PlanRequest request, int round) {
		int most = Math.min(request.maxModelTasks(), request.maxTasks());
		return new DraftConstraints(request.objective(), request.remaining(), tools(request), request.objective(),
				List.of(), 1, most, request.maxTasks(), true, false, request.recalls(), round);
	}

	private PermittedTools tools(PlanRequest request) {
		return new PermittedTools(this.catalogue, this.catalogue.permitted(request.tools()));
	}

}
