package dev.babyagi.plan;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws a plan as a Mermaid flow chart ({@code text/vnd.mermaid}). Models and users write
 * the titles. Therefore a label keeps only letters, digits and harmless characters as
 * they are, so that no title can end its label or insert markup.
 */
public final class PlanMermaid {

	private static final int MAX_LABEL = 60;

	private static final String HARMLESS = " .,:!?+*/=_-";

	private PlanMermaid() {
	}

	/**
	 * Draws a plan.
	 * @param plan the plan
	 * @param states the state of each task by id, as the HTTP contract spells it; a task
	 * without a state gets no style
	 */
	public static String render(Plan plan, Map<String, String> states) {
		StringBuilder chart = new StringBuilder("flowchart TD\n");
		plan.tasks().forEach((task) -> chart.append(node(task, states.getOrDefault(task.id(), ""))));
		chart.append("  answer([\"").append(label("answer: " + plan.conclusion().kind())).append("\"])\n");
		plan.tasks().forEach((task) -> chart.append(edges(plan, task)));
		chart.append(answer(plan));
		return chart.toString();
	}

	private static String node(Task task, String state) {
		String name = "  " + id(task.id());
		String said = state.isEmpty() ? "" : "<br/>" + label(state);
		return name + "[\"" + label(task.id() + ": " + task.title()) + "<br/>" + label(doer(task.assignment())) + said
				+ "\"]\n";
	}

	private static String edges(Plan plan, Task task) {
		String edges = task.dependsOn()
			.stream()
			.filter((id) -> plan.find(id).isPresent())
			.map((id) -> "  " + id(id) + " --> " + id(task.id()) + "\n")
			.collect(Collectors.joining());
		String parent = task.parent();
		return (parent != null && plan.find(parent).isPresent())
				? edges + "  " + id(task.id()) + " -.-> " + id(parent) + "\n" : edges;
	}

	private static String answer(Plan plan) {
		return plan.answerTasks()
			.stream()
			.map((task) -> "  " + id(task.id()) + " --> answer\n")
			.collect(Collectors.joining());
	}

	private static String doer(Assignment assignment) {
		return switch (assignment) {
			case Assignment.Think _ -> "think";
			case Assignment.UseTool use -> use.tool();
			case Assignment.Recall _ -> "recall";
			case Assignment.SubPlan _ -> "plan";
		};
	}

	private static String id(String taskId) {
		return taskId.codePoints()
			.mapToObj((point) -> isPlain(point) ? Character.toString(point) : "_")
			.collect(Collectors.joining());
	}

	private static String label(String text) {
		String label = text.codePoints().limit(MAX_LABEL).mapToObj(PlanMermaid::sign).collect(Collectors.joining());
		return (text.codePointCount(0, text.length()) > MAX_LABEL) ? label + "…" : label;
	}

	private static String sign(int point) {
		if (isPlain(point) || Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
			return Character.toString(point);
		}
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				" ";
			default -> "#" + point + ";";
		};
	}

	private static boolean isPlain(int point) {
		return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
	}

}
