package dev.babyagi.integration;

import dev.babyagi.reply.Quantity;

/**
 * Checks whether a number is derived from others: one of them rounded, or the result of
 * one operation on two. Doubles are exact enough, because only as many digits are
 * compared as the number has.
 */
final class NumberDerivation {

	/** Integers below this do not count as rounded numbers. */
	private static final double LEAST_ROUNDED = 100;

	private static final double EXACT = 1e-12;

	private static final int HUNDRED = 100;

	private final double number;

	private final double rounding;

	private final boolean percent;

	NumberDerivation(Quantity quantity) {
		this.number = quantity.value().doubleValue();
		double multiplier = (quantity.digits().signum() != 0) ? this.number / quantity.digits().doubleValue() : 1;
		this.rounding = (quantity.digits().scale() > 0 || quantity.isPercent() || multiplier != 1)
				? Math.pow(10, -quantity.digits().scale()) * Math.abs(multiplier) / 2 : 0;
		this.percent = quantity.isPercent();
	}

	boolean isFrom(double[] operands) {
		for (double left : operands) {
			if (isRounded(left) || isFrom(left, operands)) {
				return true;
			}
		}
		return false;
	}

	private boolean isFrom(double left, double[] operands) {
		for (double right : operands) {
			if (isFrom(left, right)) {
				return true;
			}
		}
		return false;
	}

	private boolean isRounded(double operand) {
		double whole = (Math.abs(this.number) >= LEAST_ROUNDED) ? 0.5 : 0;
		return isNear(operand, Math.max(this.rounding, whole));
	}

	private boolean isFrom(double left, double right) {
		return is(left + right) || is(left - right) || is(left * right) || is(left / right)
				|| is(left * right / HUNDRED) || is(left / right * HUNDRED)
				|| (this.percent && is((left - right) / right * HUNDRED));
	}

	private boolean is(double derived) {
		return isNear(derived, this.rounding);
	}

	private boolean isNear(double derived, double tolerance) {
		double difference = Math.abs(Math.abs(derived) - Math.abs(this.number));
		return difference <= tolerance + EXACT * Math.abs(this.number);
	}

}
