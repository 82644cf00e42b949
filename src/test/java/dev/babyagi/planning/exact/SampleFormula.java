package dev.babyagi.planning.exact;

import java.util.List;

/**
 * A formula made up for a test, and its value.
 */
sealed interface SampleFormula {

	/**
	 * Returns the value.
	 * @throws ArithmeticException if there is none
	 */
	SampleFraction value();

	/**
	 * A number in decimal notation.
	 *
	 * @param unscaled its digits
	 * @param scale how many of them are decimals
	 */
	record Numeral(int unscaled, int scale) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return SampleFraction.of(this.unscaled, (long) Math.pow(10, this.scale));
		}

	}

	/**
	 * A fraction that is written as one number, such as {@code 3/4}.
	 *
	 * @param over its numerator
	 * @param under its denominator
	 */
	record Ratio(int over, int under) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return SampleFraction.of(this.over, this.under);
		}

	}

	/**
	 * A number below zero, or the negative of something else.
	 *
	 * @param operand what it is the negative of
	 */
	record Negative(SampleFormula operand) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return this.operand.value().negated();
		}

	}

	/**
	 * An operation on two operands.
	 *
	 * @param sign one of {@code + - * / m}, the last for the remainder
	 * @param left its left operand
	 * @param right its right operand
	 */
	record Binary(char sign, SampleFormula left, SampleFormula right) implements SampleFormula {

		@Override
		public SampleFraction value() {
			SampleFraction first = this.left.value();
			SampleFraction second = this.right.value();
			return switch (this.sign) {
				case '+' -> first.plus(second);
				case '-' -> first.plus(second.negated());
				case '*' -> first.times(second);
				case '/' -> first.dividedBy(second);
				default -> first.modulo(second);
			};
		}

	}

	/**
	 * A power.
	 *
	 * @param base its base
	 * @param exponent its exponent
	 */
	record Power(SampleFormula base, int exponent) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return this.base.value().power(this.exponent);
		}

	}

	/**
	 * The square root of a square.
	 *
	 * @param root the value
	 * @param square the formula under the root
	 */
	record Root(SampleFormula root, SampleFormula square) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return this.root.value();
		}

	}

	/**
	 * A percentage.
	 *
	 * @param operand how many hundredths
	 */
	record Percent(SampleFormula operand) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return this.operand.value().dividedBy(SampleFraction.of(100, 1));
		}

	}

	/**
	 * A share of something: half of it, three quarters of it, 15 % of it, twice of it.
	 *
	 * @param part the share
	 * @param whole what it is taken of
	 */
	record Share(SampleFormula part, SampleFormula whole) implements SampleFormula {

		@Override
		public SampleFraction value() {
			return this.part.value().times(this.whole.value());
		}

	}

	/**
	 * A named list.
	 *
	 * @param kind its name
	 * @param members its members, two for a difference or a quotient
	 */
	record Listing(Kind kind, List<SampleFormula> members) implements SampleFormula {

		@Override
		public SampleFraction value() {
			SampleFraction total = this.members.getFirst().value();
			for (SampleFormula member : this.members.subList(1, this.members.size())) {
				total = switch (this.kind) {
					case SUM, AVERAGE -> total.plus(member.value());
					case DIFFERENCE -> total.plus(member.value().negated());
					case PRODUCT -> total.times(member.value());
					case QUOTIENT -> total.dividedBy(member.value());
				};
			}
			return (this.kind == Kind.AVERAGE) ? total.dividedBy(SampleFraction.of(this.members.size(), 1)) : total;
		}

		enum Kind {

			SUM, PRODUCT, DIFFERENCE, QUOTIENT, AVERAGE

		}

	}

}
