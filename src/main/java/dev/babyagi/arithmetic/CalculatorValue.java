package dev.babyagi.arithmetic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of an expression or of a part of it.
 */
public sealed interface CalculatorValue {

	/** Returns the value as it is shown. */
	String text();

	/**
	 * A number.
	 *
	 * @param number the number
	 */
	record Amount(CalculatorNumber number) implements CalculatorValue {

		@Override
		public String text() {
			return this.number.text();
		}

	}

	/**
	 * The result of a comparison.
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
	 * A list of numbers, or of results of comparisons.
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
