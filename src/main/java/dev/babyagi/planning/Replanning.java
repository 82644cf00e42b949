package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.TaskId;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;
import dev.babyagi.planning.fix.RenumberTasks;
import dev.babyagi.planning.fix.TaskRenaming;
import dev.babyagi.planning.fix.TaskSignature;

/**
 * Replaces the unfinished tasks of a plan. Finished tasks stay as they are, even children
 * of a parent that is dropped. New tasks get ids that no task had before.
 */
public final class Replanning {

	private static final PromptTemplate REPLAN = PromptTemplate.load("planning", "replan");

	private final PlanRequest request;

	private final PermittedTools tools;

	private final Plan plan;

	private final Map<String, String> finished;

	Replanning(PlanRequest request, PermittedTools tools, Plan plan, Map<String, String> finished) {
		this.request = request;
		this.tools = tools;
		this.plan = plan;
		this.finished = FinishedTasks.ofPlan(plan, finished);
	}

	/** Returns whether the number of tasks leaves room for a new one. */
	public boolean isPossible() {
		return most() > 0;
	}

	/**
	 * Returns the request for new tasks.
	 * @param failed why tasks failed, by id; untrusted
	 * @param reason why the plan cannot go on, or what is missing; untrusted
	 */
	public ModelRequest ask(Map<String, String> failed, String reason) {
		DraftConstraints constraints = constraints(0);
		String tools = PlanPrompts.tools(this.tools);
		int share = PlanPrompts.window(this.request, tools).left() / 5;
		Map<String, String> values = new HashMap<>(Map.of("tools", tools, "count", constraints.size(), "first",
				"t" + first(), "second", "t" + (first() + 1), "answer", PlanPrompts.answer(this.request)));
		values.put("objective", PlanPrompts.objective(this.request, share));
		values.put("requirements", requirements(share));
		values.put("finished",
				PlanPrompts.quoted(FinishedTasks.titled(this.plan, this.finished), "Finished tasks:", share));
		values.put("unfinished", PlanPrompts.quoted(unfinished(failed), "Tasks that failed or were not begun:", share));
		values.put("reason", PromptTemplate.data("reason", Excerpt.ends(reason, share)));
		return PlanPrompts.ask(constraints, REPLAN.render(values));
	}

	/**
	 * Reads the reply.
	 * @param reply the reply
	 * @param round 0 for the reply to {@link #ask}, 1 and 2 for repairs
	 * @return the next revision, or every fault of the reply
	 */
	public DraftResult read(String reply, int round) {
		return new PlanValidator(constraints(round), this::named).read(reply, this::revision);
	}

	/**
	 * Returns whether a revision only repeats what is unfinished: the same tasks with the
	 * same dependencies, whatever their ids. Then it is of no use to go on.
	 */
	public boolean isSameAgain(Plan revision) {
		List<Task> before = suffix(this.plan);
		List<Task> after = suffix(revision);
		if (before.size() != after.size()) {
			return false;
		}
		Map<String, String> moves = new LinkedHashMap<>();
		for (int at = 0; at < after.size(); at++) {
			moves.put(after.get(at).id(), before.get(at).id());
		}
		return after.stream()
			.map((task) -> TaskSignature.of(TaskRenaming.task(task, moves)))
			.toList()
			.equals(before.stream().map(TaskSignature::of).toList());
	}

	private PlanDraft named(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		PlanDraft numbered = new RenumberTasks("t", first()).mend(draft, constraints, report);
		return this.plan.requirements().isEmpty() ? numbered : numbered.withRequirements(this.plan.requirements());
	}

	private Plan revision(PlanDraft draft) {
		List<Task> tasks = new ArrayList<>(FinishedTasks.tasks(this.plan, this.finished));
		tasks.addAll(draft.tasks());
		Map<String, Conclusion> conclusions = new LinkedHashMap<>(this.plan.childConclusions());
		conclusions.keySet().retainAll(this.finished.keySet());
		return new Plan(this.plan.revision() + 1, Origin.REPLANNED, draft.thought(), draft.requirements(), tasks,
				draft.settledConclusion(), conclusions);
	}

	private List<Task> suffix(Plan plan) {
		return plan.tasks().stream().filter((task) -> !this.finished.containsKey(task.id())).toList();
	}

	private Map<String, String> unfinished(Map<String, String> failed) {
		Map<String, String> unfinished = new LinkedHashMap<>();
		for (Task task : suffix(this.plan)) {
			String reason = failed.get(task.id());
			unfinished.put(task.id(),
					task.instruction() + ((reason != null) ? "\nFailed: " + reason : "\nNot finished"));
		}
		return unfinished;
	}

	private String requirements(int tokens) {
		String lines = this.plan.requirements()
			.stream()
			.map((requirement) -> requirement.id() + ": " + requirement.text())
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? "" : PromptTemplate.data("requirements", Excerpt.ends(lines, tokens));
	}

	private DraftConstraints constraints(int round) {
		return new DraftConstraints(this.request.objective(), this.request.remaining(), this.tools,
				this.request.objective(), FinishedTasks.tasks(this.plan, this.finished), 1, most(),
				this.request.maxTasks() - this.finished.size(), true, false, this.request.recalls(), round);
	}

	private int most() {
		return Math.min(this.request.maxModelTasks(), this.request.maxTasks() - this.finished.size());
	}

	/** Returns one more than the greatest number of a task in the plan. */
	private int first() {
		return 1 + this.plan.tasks().stream().mapToInt((task) -> TaskId.number(task.id())).max().orElse(0);
	}

}
