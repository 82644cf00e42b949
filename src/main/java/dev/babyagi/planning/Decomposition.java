package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.TaskId;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.NumberedList;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;
import dev.babyagi.planning.fix.RenumberTasks;
import dev.babyagi.planning.fix.SettleFinal;

/**
 * Splits one task into several: a task that stalled, or a {@code plan} task when it is
 * its turn. The task stays in the plan, and its children name it as their parent.
 * {@link Plan#childConclusions} says how its artifact is made from theirs.
 */
public final class Decomposition {

	/** The most levels of children, from the limits table. */
	public static final int MAX_DEPTH = 2;

	private static final int MAX_CHILDREN = 5;

	private static final PromptTemplate CHILDREN = PromptTemplate.load("planning", "children");

	private final PlanRequest request;

	private final PermittedTools tools;

	private final Plan plan;

	private final Task parent;

	private final Map<String, String> finished;

	Decomposition(PlanRequest request, PermittedTools tools, Plan plan, Task parent, Map<String, String> finished) {
		this.request = request;
		this.tools = tools;
		this.plan = plan;
		this.parent = parent;
		this.finished = FinishedTasks.ofPlan(plan, finished);
	}

	/**
	 * Returns whether depth and number of tasks leave room, and the task has no children
	 * yet.
	 */
	public boolean isPossible() {
		return TaskId.depth(this.parent.id()) < MAX_DEPTH && this.plan.children(this.parent.id()).isEmpty()
				&& most() >= fewest();
	}

	/**
	 * Returns the request for the children.
	 * @param reason why the task is split; untrusted
	 */
	public ModelRequest ask(String reason) {
		DraftConstraints constraints = constraints(0);
		String tools = PlanPrompts.tools(this.tools);
		int share = PlanPrompts.window(this.request, tools).left() / 4;
		String task = PromptTemplate.data(this.parent.id(), Excerpt.ends(this.parent.instruction(), share));
		String finished = PlanPrompts.quoted(FinishedTasks.titled(this.plan, this.finished), "Finished tasks:", share);
		return PlanPrompts.ask(constraints,
				CHILDREN.render(Map.of("objective", PlanPrompts.objective(this.request, share), "task", task, "reason",
						PromptTemplate.data("reason", Excerpt.ends(reason, share)), "finished", finished, "tools",
						tools, "count", constraints.size(), "first", child(1), "second", child(2))));
	}

	/**
	 * Reads the reply.
	 * @param reply the reply
	 * @param round 0 for the reply to {@link #ask}, 1 and 2 for repairs
	 * @return the next revision, or every fault of the reply
	 */
	public DraftResult read(String reply, int round) {
		return new PlanValidator(constraints(round), new RenumberTasks(this.parent.id() + "-", 1)).read(reply,
				this::revision);
	}

	/**
	 * Returns the next revision when no reply held valid children: the first numbered
	 * list in the replies, read as a sequence. If there is no list, a {@code plan} task
	 * gets one child that does all of it, and another task gets none.
	 */
	public Optional<Plan> fallback(List<String> replies) {
		Optional<List<Task>> sequence = replies.stream()
			.flatMap((reply) -> NumberedList.read(reply, most()).stream())
			.findFirst();
		if (sequence.isEmpty() && this.parent.assignment() instanceof Assignment.SubPlan) {
			sequence = Optional.of(List.of(this.parent.withAssignment(new Assignment.Think())));
		}
		return sequence.map(PlanDraft::of).map(this::numbered).map(this::revision);
	}

	private PlanDraft numbered(PlanDraft draft) {
		return new SettleFinal().mend(
				new RenumberTasks(this.parent.id() + "-", 1).mend(draft, constraints(0), new ValidationReport()),
				constraints(0), new ValidationReport());
	}

	private Plan revision(PlanDraft draft) {
		List<Task> tasks = new ArrayList<>(this.plan.tasks());
		tasks.addAll(this.plan.tasks().indexOf(this.parent) + 1, draft.tasks().stream().map(this::adopted).toList());
		Map<String, Conclusion> conclusions = new LinkedHashMap<>(this.plan.childConclusions());
		conclusions.put(this.parent.id(), draft.settledConclusion());
		return new Plan(this.plan.revision() + 1, Origin.DECOMPOSED, this.plan.thought(), this.plan.requirements(),
				tasks, this.plan.conclusion(), conclusions);
	}

	/** A child without dependencies gets those of its parent. */
	private Task adopted(Task child) {
		Task adopted = child.withParent(this.parent.id()).withCovers(this.parent.covers());
		return adopted.dependsOn().isEmpty() ? adopted.withDependsOn(this.parent.dependsOn()) : adopted;
	}

	private DraftConstraints constraints(int round) {
		boolean mayNest = TaskId.depth(this.parent.id()) + 1 < MAX_DEPTH;
		return new DraftConstraints(this.request.objective(), this.request.remaining(), this.tools,
				this.parent.instruction(), FinishedTasks.tasks(this.plan, this.finished), fewest(), most(),
				this.request.maxTasks() - this.plan.tasks().size(), mayNest, true, this.request.recalls(), round);
	}

	private int fewest() {
		return (this.parent.assignment() instanceof Assignment.SubPlan) ? 1 : 2;
	}

	private int most() {
		return Math.min(MAX_CHILDREN, this.request.maxTasks() - this.plan.tasks().size());
	}

	private String child(int number) {
		return TaskId.child(this.parent.id(), number);
	}

}
