package dev.babyagi.execution.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The bounds of a number, both inclusive.
 *
 * @param least the lower bound, or {@code null}
 * @param most the upper bound, or {@code null}
 */
record NumberRange(@Nullable BigDecimal least, @Nullable BigDecimal most) {

	/**
	 * Reads {@code {"min": 0, "max": 10}} or {@code [0, 10]}; one bound may be absent.
	 */
	static Optional<NumberRange> of(JsonNode arg) {
		BigDecimal least = arg.isArray() ? number(arg.path(0)) : first(arg, "min", "minimum");
		BigDecimal most = arg.isArray() ? number(arg.path(1)) : first(arg, "max", "maximum");
		boolean bounded = least != null || most != null;
		boolean empty = least != null && most != null && least.compareTo(most) > 0;
		return (bounded && !empty) ? Optional.of(new NumberRange(least, most)) : Optional.empty();
	}

	boolean holds(BigDecimal number) {
		return (this.least == null || number.compareTo(this.least) >= 0)
				&& (this.most == null || number.compareTo(this.most) <= 0);
	}

	@Override
	public String toString() {
		return ((this.least != null) ? this.least.toString() : "-∞") + " .. "
				+ ((this.most != null) ? this.most.toString() : "∞");
	}

	private static @Nullable BigDecimal first(JsonNode arg, String... fields) {
		return Stream.of(fields)
			.map(arg::path)
			.filter(JsonNode::isNumber)
			.map(JsonNode::decimalValue)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable BigDecimal number(JsonNode node) {
		return node.isNumber() ? node.decimalValue() : null;
	}

}
