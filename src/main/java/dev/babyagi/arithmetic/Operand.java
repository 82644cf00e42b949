package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an expression, or a part of it, comes to.
 */
public sealed interface Operand {

	/** As it is shown. */
	String text();

	/**
	 * A number.
	 *
	 * @param number up to 50 digits
	 */
	record Amount(BigDecimal number) implements Operand {

		@Override
		public String text() {
			return Decimals.text(this.number);
		}

	}

	/**
	 * What a comparison says.
	 *
	 * @param holds whether it holds
	 */
	record Truth(boolean holds) implements Operand {

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
	record Series(List<Operand> items) implements Operand {

		public Series {
			items = List.copyOf(items);
		}

		@Override
		public String text() {
			return this.items.stream().map(Operand::text).collect(Collectors.joining(", ", "[", "]"));
		}

	}

}
