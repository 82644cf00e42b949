package dev.babyagi.planning.exact;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.babyagi.arithmetic.ArithmeticExpression;
import dev.babyagi.arithmetic.ArithmeticTerm.Literal;
import dev.babyagi.arithmetic.ArithmeticTerm.Operation;
import dev.babyagi.arithmetic.CalculatorExpression;
import dev.babyagi.arithmetic.CalculatorNumber;

/**
 * Decides which operations are tasks of their own and which are merged with the operation
 * that uses them. The deepest operations are merged first, until the plan fits. As long
 * as possible, a merged expression stays within the limits of the calculator.
 */
final class ArithmeticGroups {

	/** The length of a substituted reference: a fraction with sign and parentheses. */
	private static final int REFERENCE_LENGTH = CalculatorNumber.MAX_DIGITS + 4;

	/** The nesting of a reference to a negative number: parentheses twice, and a sign. */
	private static final int OPERAND_NESTING = 4;

	private final List<Operation> operations;

	private final int[] parent;

	private final int[] place;

	private final int[] length;

	private final int[] nesting;

	private final boolean[] absorbed;

	private int tasks;

	private ArithmeticGroups(List<Operation> operations) {
		this.operations = operations;
		this.parent = new int[operations.size()];
		this.place = new int[operations.size()];
		this.length = new int[operations.size()];
		this.nesting = new int[operations.size()];
		this.absorbed = new boolean[operations.size()];
		this.tasks = operations.size();
	}

	static ArithmeticGroups of(ArithmeticExpression formula, int maxTasks) {
		ArithmeticGroups groups = new ArithmeticGroups(formula.operations());
		groups.measure();
		List<Operation> deepestFirst = groups.deepestFirst();
		groups.absorb(deepestFirst, maxTasks, true);
		groups.absorb(deepestFirst, maxTasks, false);
		return groups;
	}

	boolean isTask(Operation operation) {
		return !this.absorbed[operation.index()];
	}

	private void measure() {
		for (Operation operation : this.operations) {
			int index = operation.index();
			this.length[index] = operation.operator().length();
			this.nesting[index] = OPERAND_NESTING + operation.operator().nesting();
			for (int i = 0; i < operation.operands().size(); i++) {
				switch (operation.operands().get(i)) {
					case Literal literal -> this.length[index] += literal.text().length() + 2;
					case Operation inner -> {
						this.length[index] += REFERENCE_LENGTH;
						this.parent[inner.index()] = index;
						this.place[inner.index()] = i;
					}
				}
			}
		}
	}

	private List<Operation> deepestFirst() {
		int[] depth = new int[this.operations.size()];
		for (int i = depth.length - 2; i >= 0; i--) {
			depth[i] = depth[this.parent[i]] + 1;
		}
		return IntStream.range(0, Math.max(0, depth.length - 1))
			.boxed()
			.sorted(Comparator.comparingInt((Integer i) -> -depth[i]))
			.map(this.operations::get)
			.toList();
	}

	private void absorb(List<Operation> candidates, int maxTasks, boolean withinCaps) {
		for (Operation candidate : candidates) {
			if (this.tasks <= maxTasks) {
				return;
			}
			if (isTask(candidate) && (!withinCaps || fits(candidate))) {
				int into = this.parent[candidate.index()];
				this.length[into] = lengthWith(candidate);
				this.nesting[into] = Math.max(this.nesting[into], nestingWith(candidate));
				this.absorbed[candidate.index()] = true;
				this.tasks--;
			}
		}
	}

	private boolean fits(Operation candidate) {
		return lengthWith(candidate) <= CalculatorExpression.MAX_LENGTH
				&& nestingWith(candidate) <= CalculatorExpression.MAX_DEPTH;
	}

	private int lengthWith(Operation candidate) {
		return this.length[this.parent[candidate.index()]] - REFERENCE_LENGTH + this.length[candidate.index()] + 2;
	}

	private int nestingWith(Operation candidate) {
		Operation outer = this.operations.get(this.parent[candidate.index()]);
		boolean parentheses = candidate.operator().needsParentheses(outer.operator(), this.place[candidate.index()]);
		return this.nesting[candidate.index()] + outer.operator().nesting() + (parentheses ? 1 : 0);
	}

}
