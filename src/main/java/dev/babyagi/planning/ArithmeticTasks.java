package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.planning.ArithmeticTerm.Literal;
import dev.babyagi.planning.ArithmeticTerm.Operation;
import dev.babyagi.planning.Task.Effort;
import dev.babyagi.planning.Task.Expect;
import dev.babyagi.planning.Task.Success;

/**
 * Writes a formula as tasks: one for each operation, or for each group of them, in the
 * order of evaluation. Independent parts share no dependency, and so run side by side.
 */
final class ArithmeticTasks {

	private static final int MAX_TITLE = 80;

	private final List<Task> tasks = new ArrayList<>();

	private final Written[] written;

	private final ArithmeticGroups groups;

	private ArithmeticTasks(ArithmeticFormula formula, int maxTasks) {
		this.written = new Written[formula.operations().size()];
		this.groups = ArithmeticGroups.of(formula, maxTasks);
	}

	static List<Task> of(ArithmeticFormula formula, int maxTasks) {
		ArithmeticTasks tasks = new ArithmeticTasks(formula, maxTasks);
		switch (formula.result()) {
			case Literal(String text) -> tasks.add(new Written(text, text, Set.of()));
			case Operation _ -> formula.operations().forEach(tasks::write);
		}
		return tasks.tasks;
	}

	private void write(Operation operation) {
		List<Written> operands = new ArrayList<>();
		for (ArithmeticTerm operand : operation.operands()) {
			operands.add(operand(operand, operation.operator(), operands.size()));
		}
		Written whole = Written.of(operation.operator(), operands);
		this.written[operation.index()] = this.groups.isTask(operation) ? add(whole) : whole;
	}

	private Written operand(ArithmeticTerm operand, ArithmeticOperator outer, int place) {
		return switch (operand) {
			case Literal(String text) -> {
				boolean parentheses = text.startsWith("-") && (place > 0 || outer == ArithmeticOperator.POWER);
				yield new Written(text, text, Set.of()).inParentheses(parentheses);
			}
			case Operation inner -> {
				boolean parentheses = !this.groups.isTask(inner) && inner.operator().needsParentheses(outer, place);
				yield this.written[inner.index()].inParentheses(parentheses);
			}
		};
	}

	/** Adds a task, and gives what stands for its result. */
	private Written add(Written written) {
		String id = "t" + (this.tasks.size() + 1);
		this.tasks.add(task(id, written));
		return new Written("(${" + id + ".output})", id, Set.of(id));
	}

	private Task task(String id, Written written) {
		var inputs = JsonNodeFactory.instance.objectNode().put("expression", written.expression());
		var success = new Success(Success.Kind.RECOMPUTE, JsonNodeFactory.instance.stringNode(written.expression()));
		return new Task(id, shorten(written.shown()), instruction(written),
				new Assignment.UseTool(ExactPlanner.TOOL, inputs), List.copyOf(written.needs()), List.of("r1"),
				Expect.NUMBER, success, false, Effort.LOW, null, null);
	}

	private String instruction(Written written) {
		String what = "Calculate " + written.shown();
		return written.needs().isEmpty() ? what
				: what + written.needs()
					.stream()
					.map((id) -> id + " is " + title(id))
					.collect(Collectors.joining(" and ", ", where ", ""));
	}

	private String title(String id) {
		return this.tasks.get(Integer.parseInt(id.substring(1)) - 1).title();
	}

	private static String shorten(String text) {
		return (text.length() <= MAX_TITLE) ? text : text.substring(0, MAX_TITLE - 1) + "…";
	}

	/**
	 * A part of the formula, written.
	 *
	 * @param expression for the calculator, with references
	 * @param shown for people, with the ids of tasks in their place
	 * @param needs the ids of the tasks referred to, in order
	 */
	private record Written(String expression, String shown, Set<String> needs) {

		static Written of(ArithmeticOperator operator, List<Written> operands) {
			Set<String> needs = new LinkedHashSet<>();
			operands.forEach((operand) -> needs.addAll(operand.needs()));
			return new Written(operator.write(operands.stream().map(Written::expression).toArray(String[]::new)),
					operator.write(operands.stream().map(Written::shown).toArray(String[]::new)), needs);
		}

		Written inParentheses(boolean wanted) {
			return wanted ? new Written("(" + this.expression + ")", "(" + this.shown + ")", this.needs) : this;
		}

	}

}
