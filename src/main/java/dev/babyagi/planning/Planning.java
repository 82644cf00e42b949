package dev.babyagi.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

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
 * From an objective to a valid plan. Planning calls no model and touches no database: it
 * hands out what is to be asked and reads what came back, and the same reply always gives
 * the same plan. Thread safe.
 *
 * <pre class="code">
 * Ask ask = planning.askPlan(request);
 * DraftResult result = planning.readPlan(request, reply(ask), 0);
 * for (int round = 1; result instanceof Faulty faulty &amp;&amp; round &lt;= MAX_REPAIRS; round++) {
 *     result = planning.readPlan(request, reply(planning.askRepair(request, ask, reply, faulty)), round);
 * }
 * Plan plan = (result instanceof Drawn drawn) ? drawn.plan() : planning.fallback(request, replies);
 * </pre>
 */
@Component
public class Planning {

	/** Model rounds after a first reply that was no valid plan. */
	public static final int MAX_REPAIRS = 2;

	private final ToolCatalogue catalogue;

	Planning(ToolCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * The plan of an objective that is arithmetic and nothing else, drawn without a
	 * model; empty as well when the calculator is not permitted, or the answer may be
	 * neither a number nor a text.
	 */
	public Optional<Plan> exactPlan(PlanRequest request) {
		return admitsExact(request) ? ExactPlanner.draw(request.objective(), request.maxTasks()) : Optional.empty();
	}

	/**
	 * Whether an objective can be planned and carried out with no model at all. It costs
	 * no more than reading the text.
	 */
	public boolean needsNoModel(PlanRequest request) {
		return admitsExact(request) && ExactPlanner.reads(request.objective());
	}

	private boolean admitsExact(PlanRequest request) {
		return tools(request).find(CalculatorInputs.TOOL).isPresent()
				&& AnswerSchema.takesNumberOrText(request.outputSchema());
	}

	/** Decides, by written rules and without a model, whether a plan is drawn. */
	public PlanningRoute decide(PlanRequest request) {
		return OneStepClassifier.decide(request);
	}

	/**
	 * The one question of a direct answer: for a document if the answer has a schema, for
	 * plain text if no tool is permitted, else for an answer or the use of a tool.
	 */
	public ModelRequest askDirect(PlanRequest request) {
		return DirectPrompts.ask(request, tools(request));
	}

	/** Reads the reply to {@link #askDirect}. */
	public DirectReply readDirect(PlanRequest request, String reply) {
		return new DirectReader(request, tools(request)).read(reply);
	}

	/** The plan of one task {@code t1} that is the objective itself. */
	public Plan directPlan(PlanRequest request) {
		return DirectPlan.thinking(request);
	}

	/** Asks for the first plan. */
	public ModelRequest askPlan(PlanRequest request) {
		DraftConstraints constraints = constraints(request, 0);
		return PlanPrompts.ask(constraints, PlanPrompts.plan(request, constraints));
	}

	/**
	 * Reads a planner's reply.
	 * @param request what is wanted
	 * @param reply the reply
	 * @param round 0 for the reply to {@link #askPlan}, 1 and 2 for repairs
	 * @return a valid first revision, or all that is wrong with the reply
	 */
	public DraftResult readPlan(PlanRequest request, String reply, int round) {
		return new PlanValidator(constraints(request, round), new NameTasks()).read(reply,
				(draft) -> first(request, draft, round));
	}

	/**
	 * Asks once more what was asked before, with the reply and what is wrong with it.
	 * @param request what is wanted
	 * @param asked the first question, without repairs
	 * @param reply the faulty reply
	 * @param faulty what is wrong with it
	 */
	public ModelRequest askRepair(PlanRequest request, ModelRequest asked, String reply, DraftResult.Faulty faulty) {
		return PlanPrompts.repair(request, asked, reply, faulty.faults());
	}

	/**
	 * The plan when no valid one came: the first numbered list in the replies, read as a
	 * sequence; else one direct task.
	 */
	public Plan fallback(PlanRequest request, List<String> replies) {
		return replies.stream()
			.flatMap((reply) -> NumberedList.read(reply, constraints(request, 0).maxTasks()).stream())
			.findFirst()
			.map((tasks) -> new Plan(1, Origin.SEQUENCE, null, List.of(), tasks, SettleFinal.SYNTHESIS))
			.orElseGet(() -> directPlan(request));
	}

	/**
	 * Splits a task that stalled, or draws the plan of a {@code plan} task at its turn.
	 * @param request what is wanted
	 * @param plan the plan so far
	 * @param task the task
	 * @param finished the outputs of the finished tasks, by id
	 */
	public Decomposition decomposition(PlanRequest request, Plan plan, Task task, Map<String, String> finished) {
		return new Decomposition(request, tools(request), plan, task, finished);
	}

	/**
	 * Plans anew what is unfinished.
	 * @param request what is wanted
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

	/** V14: a plan of one task that is the objective over again needs no joining. */
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
				List.of(), 1, most, request.maxTasks(), true, false, round);
	}

	private PermittedTools tools(PlanRequest request) {
		return new PermittedTools(this.catalogue, this.catalogue.permitted(request.tools()));
	}

}
