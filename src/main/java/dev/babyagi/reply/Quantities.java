package dev.babyagi.reply;

import java.util.List;

/**
 * The numbers of a text, as a careful reader sees them: signs, grouped thousands,
 * exponents, words such as million and 万; never a part of a date, a range, a fraction or
 * a version, for these are no single number.
 *
 * @param found the numbers, in order
 * @param composites how often digits stood in the text that are no single number
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

	/** Whether all the digits of the text are one number, however often it is said. */
	boolean areOne() {
		return this.composites == 0 && !this.found.isEmpty()
				&& this.found.stream().allMatch((quantity) -> quantity.sameAs(this.found.getFirst()));
	}

}
