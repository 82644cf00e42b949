package dev.babyagi.tool;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the calculator is called: by which name, and with which inputs. Planning and
 * checking write such calls themselves.
 */
public final class CalculatorInputs {

	/** The name of the tool. */
	public static final String TOOL = "calculator";

	/** Its only input: the text of an expression. */
	public static final String EXPRESSION = "expression";

	private CalculatorInputs() {
	}

	/** The inputs that ask for the value of an expression. */
	public static ObjectNode of(String expression) {
		return JsonNodeFactory.instance.objectNode().put(EXPRESSION, expression);
	}

}
