package dev.babyagi.execution;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.DisplayValues;

/**
 * What a task produced, for the tasks that depend on it.
 *
 * @param type its type
 * @param value the value that references resolve to; a number may have 50 digits
 * @param text the value as text, as it is shown
 * @param exact a number as a fraction of the calculator, such as {@code 1/3}, or
 * {@code null} if it is not known exactly
 */
public record Artifact(Expect.Type type, JsonNode value, String text, @Nullable String exact) {

	public Artifact(Expect.Type type, JsonNode value, String text) {
		this(type, value, text, null);
	}

	/**
	 * Returns whether its value is a number that is shown with fewer digits than it has.
	 */
	public boolean isRounded() {
		if (!this.value.isNumber()) {
			return false;
		}
		BigDecimal shown = shown().decimalValue();
		if (this.exact == null) {
			return this.value.decimalValue().compareTo(shown) != 0;
		}
		int slash = this.exact.indexOf('/');
		BigDecimal numerator = new BigDecimal((slash < 0) ? this.exact : this.exact.substring(0, slash));
		BigDecimal denominator = (slash < 0) ? BigDecimal.ONE : new BigDecimal(this.exact.substring(slash + 1));
		return numerator.compareTo(shown.multiply(denominator)) != 0;
	}

	/** The value as it is shown: a number rounded as {@link DisplayValues} says. */
	public JsonNode shown() {
		return this.value.isNumber() ? DisplayValues.value(this.value) : this.value;
	}

}
