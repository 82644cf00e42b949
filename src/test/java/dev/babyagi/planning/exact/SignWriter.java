package dev.babyagi.planning.exact;

import java.util.Random;

import dev.babyagi.planning.exact.SampleFormula.Binary;
import dev.babyagi.planning.exact.SampleFormula.Listing;
import dev.babyagi.planning.exact.SampleFormula.Negative;
import dev.babyagi.planning.exact.SampleFormula.Numeral;
import dev.babyagi.planning.exact.SampleFormula.Percent;
import dev.babyagi.planning.exact.SampleFormula.Power;
import dev.babyagi.planning.exact.SampleFormula.Ratio;
import dev.babyagi.planning.exact.SampleFormula.Root;
import dev.babyagi.planning.exact.SampleFormula.Share;

/**
 * Writes a formula in signs only, with or without spaces around them.
 */
final class SignWriter extends SampleWriter {

	private final String blank;

	SignWriter(Random random, boolean spaced) {
		super(random);
		this.blank = spaced ? " " : "";
	}

	@Override
	String operator(char sign) {
		String written = switch (sign) {
			case '*' -> oneOf("*", "×");
			case '/' -> this.blank.isEmpty() ? "/" : oneOf("/", "÷");
			case 'm' -> " mod ";
			default -> String.valueOf(sign);
		};
		return (sign == 'm') ? written : this.blank + written + this.blank;
	}

	@Override
	boolean joinsNumbers(Binary binary) {
		return false;
	}

	@Override
	String numeral(Numeral numeral) {
		return digits(numeral);
	}

	@Override
	Written negative(Negative negative) {
		String text = "-" + operand(negative.operand(), POWER);
		return this.blank.isEmpty() ? new Written("(" + text + ")", ATOM) : new Written(text, SIGNED);
	}

	@Override
	Written power(Power power) {
		String base = (power.base() instanceof Ratio) ? "(" + text(power.base()) + ")" : operand(power.base(), ATOM);
		return chance(30) ? new Written(base + "⁰¹²³⁴".charAt(power.exponent()), POWER)
				: new Written(base + this.blank + oneOf("^", "**") + this.blank + power.exponent(), POWER);
	}

	@Override
	Written root(Root root) {
		return new Written("√"
				+ ((root.square() instanceof Ratio) ? "(" + text(root.square()) + ")" : operand(root.square(), ATOM)),
				POWER);
	}

	@Override
	Written percent(Percent percent) {
		return new Written(operand(percent.operand(), ATOM) + "%", POWER);
	}

	@Override
	Written share(Share share) {
		throw new IllegalArgumentException("There is no sign for a share");
	}

	@Override
	Written listing(Listing listing) {
		throw new IllegalArgumentException("There is no sign for a list");
	}

}
