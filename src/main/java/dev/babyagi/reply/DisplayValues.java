package dev.babyagi.reply;

import java.math.BigDecimal;
import java.math.MathContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Formats values for display: numbers with 34 digits and without trailing zeros, in plain
 * notation up to 40 digits and in scientific notation beyond.
 */
public final class DisplayValues {

	private static final int MAX_PLAIN_DIGITS = 40;

	private DisplayValues() {
	}

	/** Returns the value as text; lists and objects as JSON. */
	public static String text(JsonNode value) {
		if (value.isNumber()) {
			return number(value.decimalValue());
		}
		return value.isString() ? value.stringValue() : value(value).toString();
	}

	/** Returns the value with each number rounded to the digits that are shown. */
	public static JsonNode value(JsonNode value) {
		if (value.isNumber()) {
			return ExactJson.number(new BigDecimal(number(value.decimalValue())));
		}
		if (value instanceof ArrayNode array) {
			ArrayNode shown = ExactJson.NODES.arrayNode();
			array.forEach((element) -> shown.add(value(element)));
			return shown;
		}
		if (value instanceof ObjectNode object) {
			ObjectNode shown = ExactJson.NODES.objectNode();
			object.forEachEntry((name, field) -> shown.set(name, value(field)));
			return shown;
		}
		return value;
	}

	public static String number(BigDecimal number) {
		BigDecimal shown = number.round(MathContext.DECIMAL128).stripTrailingZeros();
		return (plainDigits(shown) <= MAX_PLAIN_DIGITS) ? shown.toPlainString() : shown.toString();
	}

	private static long plainDigits(BigDecimal number) {
		long beforePoint = Math.max(1, (long) number.precision() - number.scale());
		return beforePoint + Math.max(0, number.scale());
	}

}
