package dev.babyagi.tool.calculator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.arithmetic.CalculatorExpression;
import dev.babyagi.arithmetic.CalculatorNumber;
import dev.babyagi.arithmetic.CalculatorValue;
import dev.babyagi.arithmetic.CalculatorValue.Amount;
import dev.babyagi.arithmetic.CalculatorValue.Series;
import dev.babyagi.arithmetic.CalculatorValue.Truth;
import dev.babyagi.arithmetic.NotCalculable;
import dev.babyagi.tool.CalculatorInputs;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolRisk;

/**
 * Computes an expression exactly, in fractions as long as possible. Its text shows 34
 * digits. It parses the expression itself, within the limits of
 * {@link CalculatorExpression}, and evaluates no other language.
 */
@Component
public class Calculator implements Tool {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	@Override
	public String name() {
		return CalculatorInputs.TOOL;
	}

	@Override
	public String description() {
		return """
				Computes an expression exactly: + - * / ^ mod, parentheses, 12.5% for per cent, 1.5e3. \
				Compares numbers with < <= > >= = != and answers true or false. \
				Functions over values or lists such as [3, 9, 4]: sqrt, abs, round(x, decimals), min, max, sum, avg, \
				count, sort, argmin and argmax (place of the smallest and largest, from 1), all and any of comparisons. \
				[3, 9, 4] > 3 compares each item, count([3, 9, 4] > 3) counts those that hold.""";
	}

	@Override
	public JsonNode inputSchema() {
		ObjectNode expression = JSON.objectNode()
			.put("type", "string")
			.put("description", "For example (3 + 5) * 2 or max(3, 4, 5)")
			.put("minLength", 1)
			.put("maxLength", CalculatorExpression.MAX_LENGTH);
		ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
		schema.putObject("properties").set(CalculatorInputs.EXPRESSION, expression);
		schema.putArray("required").add(CalculatorInputs.EXPRESSION);
		return schema;
	}

	@Override
	public ToolRisk risk() {
		return ToolRisk.PURE;
	}

	@Override
	public ToolResult use(JsonNode inputs) {
		try {
			CalculatorValue operand = CalculatorExpression.value(inputs.path(CalculatorInputs.EXPRESSION).asString(""));
			return new ToolResult.Output(json(operand), operand.text(), exact(operand));
		}
		catch (NotCalculable ex) {
			return new ToolResult.Failure(String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable String exact(CalculatorValue operand) {
		return (operand instanceof Amount(CalculatorNumber.Fraction fraction)) ? fraction.expression() : null;
	}

	private static JsonNode json(CalculatorValue operand) {
		return switch (operand) {
			case Amount amount -> JSON.numberNode(amount.number().decimal());
			case Truth truth -> JSON.booleanNode(truth.holds());
			case Series series -> {
				ArrayNode array = JSON.arrayNode();
				series.items().forEach((item) -> array.add(json(item)));
				yield array;
			}
		};
	}

}
