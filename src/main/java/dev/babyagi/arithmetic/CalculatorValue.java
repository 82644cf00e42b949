package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an expression, or a part of it, comes to.
 */
public sealed interface CalculatorValue {

	/** As it is shown. */
	String text();

	/**
	 * A number.
	 *
	 * @param number up to 50 digits
	 */
	record Amount(BigDecimal number) implements CalculatorValue {

		@Override
		public String text() {
			return DecimalRounding.text(this.number);
		}

	}

	/**
	 * What a comparison says.
	 *
	 * @param holds whether it holds
	 */
	record Truth(boolean holds) implements CalculatorValue {

		@Override
		public String text() {
			return Boolean.toString(this.holds);
		}

	}

	/**
	 * A list of amounts, or of truths.
	 *
	 * @param items the items, in order; never lists themselves
	 */
	record Series(List<CalculatorValue> items) implements CalculatorValue {

		public Series {
			items = List.copyOf(items);
		}

		@Override
		public String text() {
			return this.items.stream().map(CalculatorValue::text).collect(Collectors.joining(", ", "[", "]"));
		}

	}

}
