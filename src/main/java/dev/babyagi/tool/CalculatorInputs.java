package dev.babyagi.tool;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.arithmetic.CalculatorExpression;

/**
 * The name and the inputs of the calculator, for modules that write calculator tasks
 * themselves.
 */
public final class CalculatorInputs {

	/** The name of the tool. */
	public static final String TOOL = "calculator";

	/** The only input: the text of an expression. */
	public static final String EXPRESSION = "expression";

	/** The most characters of an expression. */
	public static final int MAX_LENGTH = CalculatorExpression.MAX_LENGTH;

	private CalculatorInputs() {
	}

	/** Returns the inputs for an expression. */
	public static ObjectNode of(String expression) {
		return JsonNodeFactory.instance.objectNode().put(EXPRESSION, expression);
	}

}
