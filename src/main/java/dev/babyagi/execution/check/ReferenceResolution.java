package dev.babyagi.execution.check;

import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.References;
import dev.babyagi.reply.NumberReader;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.tool.CalculatorInputs;

/**
 * Replaces references by the values of artifacts.
 */
public final class ReferenceResolution {

	private ReferenceResolution() {
	}

	/** Returns the value that a reference stands for, with every digit. */
	public static JsonNode value(Reference reference, Map<String, Artifact> artifacts) {
		Artifact artifact = artifacts.get(reference.taskId());
		if (artifact == null) {
			throw new UnresolvedReference(
					reference.text() + " has no value: " + reference.taskId() + " produced nothing");
		}
		return reference.within(artifact.value())
			.orElseThrow(() -> new UnresolvedReference(
					reference.text() + " has no value: the output of " + reference.taskId() + " has no such part"));
	}

	/**
	 * Returns an expression with its references resolved, to exact fractions where they
	 * are known and leave it short enough for the calculator.
	 */
	public static String expression(String expression, Map<String, Artifact> artifacts) {
		String exact = References.render(expression, (reference) -> exactOperand(reference, artifacts));
		return (exact.length() <= CalculatorInputs.MAX_LENGTH) ? exact
				: References.render(expression, (reference) -> operand(value(reference, artifacts)));
	}

	private static String exactOperand(Reference reference, Map<String, Artifact> artifacts) {
		JsonNode value = value(reference, artifacts);
		Artifact artifact = artifacts.get(reference.taskId());
		String exact = (artifact != null && reference.path().isEmpty()) ? artifact.exact() : null;
		return (exact != null) ? "(" + exact + ")" : operand(value);
	}

	/**
	 * Formats a value as an operand. A negative number is put into parentheses, so that
	 * <code>${t1.output}^2</code> is its square. A text must be one number, so that no
	 * text can change the expression.
	 */
	public static String operand(JsonNode value) {
		if (value.isNumber()) {
			return (value.decimalValue().signum() < 0) ? "(" + value.decimalValue() + ")"
					: value.decimalValue().toString();
		}
		if (value.isString()) {
			return operand(number(value.stringValue()));
		}
		return value.toString();
	}

	private static JsonNode number(String text) {
		if (NumberReader.read(text, null) instanceof ReadingResult.Value(JsonNode number)) {
			return number;
		}
		throw new UnresolvedReference(
				"A number was needed to calculate with, not the text '" + OneLine.of(text, 60) + "'");
	}

}
