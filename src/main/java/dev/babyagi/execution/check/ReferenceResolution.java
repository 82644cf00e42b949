package dev.babyagi.execution.check;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.References;
import dev.babyagi.reply.NumberReader;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ReadingResult;

/**
 * Puts the values of artifacts in the place of references.
 */
public final class ReferenceResolution {

	private ReferenceResolution() {
	}

	/** The value a reference stands for, with every digit it has. */
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

	/** An expression with its references resolved, if that can be done. */
	static Optional<String> expression(String expression, Map<String, Artifact> artifacts) {
		try {
			return Optional.of(References.render(expression, (reference) -> operand(value(reference, artifacts))));
		}
		catch (UnresolvedReference ex) {
			return Optional.empty();
		}
	}

	/**
	 * A value as an operand: a negative number stands in parentheses, so that
	 * <code>${t1.output}^2</code> is its square, and a text must be one number, so that
	 * no text becomes a part of the expression.
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
