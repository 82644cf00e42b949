package dev.babyagi.reply;

import java.util.List;

/**
 * The numbers of a text, with their signs, grouped thousands, exponents, and words such
 * as million and 万. A part of a date, a range, a fraction or a version does not count,
 * because these are not single numbers.
 *
 * @param found the numbers, in order
 * @param composites how many groups of digits in the text are not single numbers
 */
public record Quantities(List<Quantity> found, int composites) {

	public Quantities {
		found = List.copyOf(found);
	}

	/**
	 * Reads a text once, in time linear in its length.
	 */
	public static Quantities in(String text) {
		return new QuantityScanner(text).scan();
	}

	/** Returns whether all digits of the text are one number, however often it occurs. */
	boolean areOne() {
		return this.composites == 0 && !this.found.isEmpty()
				&& this.found.stream().allMatch((quantity) -> quantity.sameAs(this.found.getFirst()));
	}

}
