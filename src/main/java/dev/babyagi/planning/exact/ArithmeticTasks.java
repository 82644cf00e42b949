package dev.babyagi.planning.exact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.arithmetic.ArithmeticExpression;
import dev.babyagi.arithmetic.ArithmeticOperator;
import dev.babyagi.arithmetic.ArithmeticTerm.Literal;
import dev.babyagi.arithmetic.ArithmeticTerm.Operation;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.tool.CalculatorInputs;

/**
 * Turns a formula into tasks: one for each operation, or for each group of operations, in
 * the order of evaluation. Independent parts have no dependencies on each other, so they
 * run in parallel.
 */
final class ArithmeticTasks {

	private static final int MAX_TITLE = 80;

	private final List<Task> tasks = new ArrayList<>();

	private final Written[] written;

	private final ArithmeticGroups groups;

	private ArithmeticTasks(ArithmeticExpression formula, int maxTasks) {
		this.written = new Written[formula.operations().size()];
		this.groups = ArithmeticGroups.of(formula, maxTasks);
	}

	static List<Task> of(ArithmeticExpression formula, int maxTasks) {
		ArithmeticTasks tasks = new ArithmeticTasks(formula, maxTasks);
		switch (formula.result()) {
			case Literal(String text) -> tasks.add(new Written(text));
			case Operation _ -> formula.operations().forEach(tasks::write);
		}
		return tasks.tasks;
	}

	private void write(Operation operation) {
		ArithmeticOperator operator = operation.operator();
		Written whole = operand(operation, 0);
		if (operation.operands().size() == 1) {
			operator.write(whole.text(), "");
		}
		else {
			Written second = operand(operation, 1);
			operator.write(whole.text(), second.text());
			whole.needs().addAll(second.needs());
		}
		this.written[operation.index()] = this.groups.isTask(operation) ? add(whole) : whole;
	}

	private Written operand(Operation outer, int place) {
		return switch (outer.operands().get(place)) {
			case Literal(String text) -> {
				boolean signed = text.startsWith("-") && (place > 0 || !outer.operator().separates());
				boolean percent = text.endsWith("%")
						&& ArithmeticOperator.PERCENT.needsParentheses(outer.operator(), place);
				yield new Written((signed || percent) ? "(" + text + ")" : text);
			}
			case Operation inner -> {
				Written written = this.written[inner.index()];
				if (!this.groups.isTask(inner) && inner.operator().needsParentheses(outer.operator(), place)) {
					written.text().insert(0, '(').append(')');
				}
				yield written;
			}
		};
	}

	/** Adds a task and returns a reference to its result. */
	private Written add(Written written) {
		String id = "t" + (this.tasks.size() + 1);
		this.tasks.add(task(id, written.text().toString(), List.copyOf(written.needs())));
		Written reference = new Written("(${" + id + ".output})");
		reference.needs().add(id);
		return reference;
	}

	private Task task(String id, String expression, List<String> needs) {
		String shown = shorten(expression.replace("(${", "").replace(".output})", ""));
		var inputs = CalculatorInputs.of(expression);
		var success = new Success(Success.Kind.RECOMPUTE, JsonNodeFactory.instance.stringNode(expression));
		return new Task(id, shown, instruction(shown, needs), new Assignment.UseTool(CalculatorInputs.TOOL, inputs),
				needs, List.of("r1"), Expect.NUMBER, success, false, Effort.LOW, null, null);
	}

	private String instruction(String shown, List<String> needs) {
		return needs.isEmpty() ? "Calculate " + shown
				: needs.stream()
					.map((id) -> id + " is " + title(id))
					.collect(Collectors.joining(" and ", "Calculate " + shown + ", where ", ""));
	}

	private String title(String id) {
		return this.tasks.get(Integer.parseInt(id.substring(1)) - 1).title();
	}

	private static String shorten(String text) {
		return (text.length() <= MAX_TITLE) ? text : text.substring(0, MAX_TITLE - 1) + "…";
	}

	/**
	 * The text of a part of the formula. The operation that uses it as its first operand
	 * extends this text, and nothing else uses it. A long chain is therefore written
	 * once, not once for each operation.
	 *
	 * @param text the expression for the calculator, with references
	 * @param needs the ids of the tasks that it refers to, in order
	 */
	private record Written(StringBuilder text, Set<String> needs) {

		Written(String text) {
			this(new StringBuilder(text), new LinkedHashSet<>());
		}

	}

}
