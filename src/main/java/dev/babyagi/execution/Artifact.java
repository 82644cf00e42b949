package dev.babyagi.execution;

import java.math.MathContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.plan.Task.Expect;

/**
 * What a task produced, for the tasks that depend on it.
 *
 * @param type its type
 * @param value the value that references resolve to; a number may have 50 digits
 * @param text the value as text, as it is shown
 */
public record Artifact(Expect.Type type, JsonNode value, String text) {

	/** The value as it is shown: a number rounded to 34 digits. */
	public JsonNode shown() {
		return this.value.isNumber()
				? JsonNodeFactory.instance.numberNode(this.value.decimalValue().round(MathContext.DECIMAL128))
				: this.value;
	}

}
