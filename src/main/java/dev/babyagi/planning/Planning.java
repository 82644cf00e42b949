package dev.babyagi.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.language.Ask;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.Task;
import dev.babyagi.schema.AnswerSchema;
import dev.babyagi.tool.Catalogue;

/**
 * From an objective to a valid plan. Planning calls no model and touches no database: it
 * hands out what is to be asked and reads what came back, and the same reply always gives
 * the same plan. Thread safe.
 *
 * <pre class="code">
 * Ask ask = planning.askPlan(commission);
 * Drafted drafted = planning.readPlan(commission, reply(ask), 0);
 * for (int round = 1; drafted instanceof Faulty faulty &amp;&amp; round &lt;= MAX_REPAIRS; round++) {
 *     drafted = planning.readPlan(commission, reply(planning.askRepair(commission, ask, reply, faulty)), round);
 * }
 * Plan plan = (drafted instanceof Drawn drawn) ? drawn.plan() : planning.fallback(commission, replies);
 * </pre>
 */
@Component
public class Planning {

	/** Model rounds after a first reply that was no valid plan. */
	public static final int MAX_REPAIRS = 2;

	private final Catalogue catalogue;

	Planning(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * The plan of an objective that is arithmetic and nothing else, drawn without a
	 * model; empty as well when the calculator is not permitted, or the answer may be
	 * neither a number nor a text.
	 */
	public Optional<Plan> exactPlan(Commission commission) {
		return admitsExact(commission) ? ExactPlanner.draw(commission.objective(), commission.maxTasks())
				: Optional.empty();
	}

	/**
	 * Whether an objective can be planned and carried out with no model at all. It costs
	 * no more than reading the text.
	 */
	public boolean needsNoModel(Commission commission) {
		return admitsExact(commission) && ExactPlanner.reads(commission.objective());
	}

	private boolean admitsExact(Commission commission) {
		return tools(commission).find(ExactPlanner.TOOL).isPresent()
				&& AnswerSchema.takesNumberOrText(commission.outputSchema());
	}

	/** Decides, by written rules and without a model, whether a plan is drawn. */
	public Way decide(Commission commission) {
		return Gate.decide(commission);
	}

	/**
	 * The one question of a direct answer: for a document if the answer has a schema, for
	 * plain text if no tool is permitted, else for an answer or the use of a tool.
	 */
	public Ask askDirect(Commission commission) {
		return DirectPrompts.ask(commission, tools(commission));
	}

	/** Reads the reply to {@link #askDirect}. */
	public DirectReply readDirect(Commission commission, String reply) {
		return new DirectReader(commission, tools(commission)).read(reply);
	}

	/** The plan of one task {@code t1} that is the objective itself. */
	public Plan directPlan(Commission commission) {
		return DirectPlan.thinking(commission);
	}

	/** Asks for the first plan. */
	public Ask askPlan(Commission commission) {
		Terms terms = terms(commission, 0);
		return PlanPrompts.ask(terms, PlanPrompts.plan(commission, terms));
	}

	/**
	 * Reads a planner's reply.
	 * @param commission the commission
	 * @param reply the reply
	 * @param round 0 for the reply to {@link #askPlan}, 1 and 2 for repairs
	 * @return a valid first revision, or all that is wrong with the reply
	 */
	public Drafted readPlan(Commission commission, String reply, int round) {
		return new Draughtsman(terms(commission, round), new NameTasks()).read(reply,
				(draft) -> first(commission, draft, round));
	}

	/**
	 * Asks once more what was asked before, with the reply and what is wrong with it.
	 * @param commission the commission
	 * @param asked the first question, without repairs
	 * @param reply the faulty reply
	 * @param faulty what is wrong with it
	 */
	public Ask askRepair(Commission commission, Ask asked, String reply, Drafted.Faulty faulty) {
		return PlanPrompts.repair(commission, asked, reply, faulty.faults());
	}

	/**
	 * The plan when no valid one came: the first numbered list in the replies, read as a
	 * sequence; else one direct task.
	 */
	public Plan fallback(Commission commission, List<String> replies) {
		return replies.stream()
			.flatMap((reply) -> NumberedList.read(reply, terms(commission, 0).maxTasks()).stream())
			.findFirst()
			.map((tasks) -> new Plan(1, Origin.SEQUENCE, null, List.of(), tasks, SettleFinal.SYNTHESIS))
			.orElseGet(() -> directPlan(commission));
	}

	/**
	 * Splits a task that stalled, or draws the plan of a {@code plan} task at its turn.
	 * @param commission the commission
	 * @param plan the plan so far
	 * @param task the task
	 * @param finished the outputs of the finished tasks, by id
	 */
	public Decomposition decomposition(Commission commission, Plan plan, Task task, Map<String, String> finished) {
		return new Decomposition(commission, tools(commission), plan, task, finished);
	}

	/**
	 * Plans anew what is unfinished.
	 * @param commission the commission
	 * @param plan the plan so far
	 * @param finished the outputs of the finished tasks, by id
	 */
	public Replanning replanning(Commission commission, Plan plan, Map<String, String> finished) {
		return new Replanning(commission, tools(commission), plan, finished);
	}

	private static Plan first(Commission commission, Draft draft, int round) {
		Task only = draft.tasks().getFirst();
		if (draft.tasks().size() == 1 && Phrase.same(only.instruction(), commission.objective())) {
			return direct(commission, draft, only);
		}
		return new Plan(1, (round == 0) ? Origin.MODEL : Origin.REPAIRED, draft.thought(), draft.requirements(),
				draft.tasks(), draft.settledConclusion());
	}

	/** V14: a plan of one task that is the objective over again needs no joining. */
	private static Plan direct(Commission commission, Draft draft, Task only) {
		if (only.assignment() instanceof Assignment.Think) {
			return DirectPlan.thinking(commission);
		}
		return new Plan(1, Origin.DIRECT, draft.thought(), draft.requirements(), draft.tasks(),
				new Conclusion.Reference(new Reference(only.id(), List.of()).text()));
	}

	private Terms terms(Commission commission, int round) {
		int most = Math.min(commission.maxModelTasks(), commission.maxTasks());
		return new Terms(commission.objective(), commission.remaining(), tools(commission), commission.objective(),
				List.of(), 1, most, commission.maxTasks(), true, false, round);
	}

	private Toolbox tools(Commission commission) {
		return new Toolbox(this.catalogue, this.catalogue.permitted(commission.tools()));
	}

}
