package dev.babyagi.planning.question;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.planning.question.ArithmeticTerm.Literal;
import dev.babyagi.planning.question.ArithmeticTerm.Operation;

/**
 * A computation that a text asks for.
 *
 * @param operations every operation, each after its operands
 * @param result the whole formula: the last operation, or a single number
 */
public record ArithmeticFormula(List<Operation> operations, ArithmeticTerm result) {

	public ArithmeticFormula {
		operations = List.copyOf(operations);
	}

	/**
	 * Collects operations while a text is read, in the order of evaluation.
	 */
	static final class Draft {

		private final List<Operation> operations = new ArrayList<>();

		ArithmeticTerm operation(ArithmeticOperator operator, ArithmeticTerm... operands) {
			Operation operation = new Operation(this.operations.size(), operator, List.of(operands));
			this.operations.add(operation);
			return operation;
		}

		/** Adds an operation with a constant as its right operand. */
		ArithmeticTerm operation(ArithmeticOperator operator, ArithmeticTerm operand, String constant) {
			return operation(operator, operand, new Literal(constant));
		}

		ArithmeticFormula finish(ArithmeticTerm result) {
			return new ArithmeticFormula(this.operations, result);
		}

	}

}
