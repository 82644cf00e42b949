package dev.babyagi.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.babyagi.arithmetic.ArithmeticTerm.Literal;
import dev.babyagi.arithmetic.ArithmeticTerm.Operation;

/**
 * An expression as a tree whose operations are listed in the order of evaluation, so that
 * no method needs a stack as deep as the tree.
 *
 * @param operations every operation, each after its operands
 * @param result the whole expression: the last operation, or a single number
 */
public record ArithmeticExpression(List<Operation> operations, ArithmeticTerm result) {

	public ArithmeticExpression {
		operations = List.copyOf(operations);
	}

	/**
	 * Returns the value.
	 * @throws NotCalculable if there is none
	 */
	public CalculatorNumber value() {
		List<CalculatorNumber> values = new ArrayList<>(this.operations.size());
		for (Operation operation : this.operations) {
			values.add(operation.operator()
				.value(operation.operands().stream().map((operand) -> value(operand, values)).toList()));
		}
		return value(this.result, values);
	}

	/** Returns whether another expression has the same value, or none as this one. */
	public boolean hasValueOf(ArithmeticExpression other) {
		Optional<CalculatorNumber> left = tryValue();
		Optional<CalculatorNumber> right = other.tryValue();
		return (left.isPresent() && right.isPresent()) ? ExactArithmetic.compare(left.get(), right.get()) == 0
				: left.isEmpty() && right.isEmpty();
	}

	private Optional<CalculatorNumber> tryValue() {
		try {
			return Optional.of(value());
		}
		catch (NotCalculable ex) {
			return Optional.empty();
		}
	}

	private static CalculatorNumber value(ArithmeticTerm term, List<CalculatorNumber> values) {
		return switch (term) {
			case Literal literal -> literal.value();
			case Operation operation -> values.get(operation.index());
		};
	}

	/** Returns whether another expression is the same, operation by operation. */
	public boolean isSameAs(ArithmeticExpression other) {
		boolean same = this.operations.size() == other.operations.size() && isSame(this.result, other.result);
		for (int i = 0; same && i < this.operations.size(); i++) {
			same = isSame(this.operations.get(i), other.operations.get(i));
		}
		return same;
	}

	/** Compares operands that are operations by their places only. */
	private static boolean isSame(ArithmeticTerm left, ArithmeticTerm right) {
		if (!(left instanceof Operation(int _, ArithmeticOperator first, List<ArithmeticTerm> operands)
				&& right instanceof Operation(int _, ArithmeticOperator second, List<ArithmeticTerm> others))) {
			return left.equals(right);
		}
		return first == second && places(operands).equals(places(others));
	}

	private static List<Object> places(List<ArithmeticTerm> operands) {
		return operands.stream()
			.map((operand) -> (operand instanceof Operation operation) ? (Object) operation.index() : operand)
			.toList();
	}

	/**
	 * Collects operations while an expression is read, in the order of evaluation.
	 */
	public static final class Draft {

		private final List<Operation> operations = new ArrayList<>();

		public ArithmeticTerm operation(ArithmeticOperator operator, ArithmeticTerm... operands) {
			Operation operation = new Operation(this.operations.size(), operator, List.of(operands));
			this.operations.add(operation);
			return operation;
		}

		/** Adds an operation with a constant as its right operand. */
		public ArithmeticTerm operation(ArithmeticOperator operator, ArithmeticTerm operand, String constant) {
			return operation(operator, operand, new Literal(constant));
		}

		public ArithmeticExpression finish(ArithmeticTerm result) {
			return new ArithmeticExpression(this.operations, result);
		}

	}

}
