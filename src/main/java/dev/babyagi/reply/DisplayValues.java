package dev.babyagi.reply;

import java.math.BigDecimal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.arithmetic.ShownNumber;

/**
 * Formats values for display: numbers as {@link ShownNumber} says.
 */
public final class DisplayValues {

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
		return ShownNumber.text(number);
	}

}
