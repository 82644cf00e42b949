package dev.babyagi.planning.exact;

import java.util.List;
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
 * Writes a formula in English words, in signs with spaces, and in signs without spaces
 * where they join what is one number.
 */
final class EnglishWriter extends SampleWriter {

	EnglishWriter(Random random) {
		super(random);
	}

	@Override
	String operator(char sign) {
		return " " + switch (sign) {
			case '+' -> oneOf("plus", "+");
			case '-' -> oneOf("minus", "-");
			case '*' -> oneOf("times", "multiplied by", "*", "x");
			case '/' -> oneOf("divided by", "over", "/", "÷");
			default -> oneOf("mod", "modulo");
		} + " ";
	}

	@Override
	String numeral(Numeral numeral) {
		return (numeral.scale() == 0 && chance(20)) ? SampleNumerals.english(numeral.unscaled()) : digits(numeral);
	}

	@Override
	Written negative(Negative negative) {
		String sign = (negative.operand() instanceof Numeral) ? oneOf("-", "-", "negative ", "minus ") : "-";
		boolean loose = negative.operand() instanceof Numeral || (negative.operand() instanceof Power && chance(50));
		return new Written(sign + (loose ? text(negative.operand()) : "(" + text(negative.operand()) + ")"), SIGNED);
	}

	@Override
	Written power(Power power) {
		String base = loose(power.base(), ATOM, isNegativeNumber(power.base()) ? 50 : 0);
		String digit = Integer.toString(power.exponent());
		return switch (this.random.nextInt(5)) {
			case 0, 1 -> new Written(base + ((power.exponent() == 2) ? " squared" : " cubed"), POWER);
			case 2 ->
				new Written(oneOf("the ", "") + ((power.exponent() == 2) ? "square" : "cube") + " of " + base, PREFIX);
			case 3 -> new Written(base + oneOf(" to the power of ", " raised to the power of ") + digit, POWER);
			default -> new Written(operand(power.base(), ATOM) + " ^ " + digit, POWER);
		};
	}

	@Override
	Written root(Root root) {
		return new Written("the square root of " + operand(root.square(), ATOM), PREFIX);
	}

	@Override
	Written percent(Percent percent) {
		return new Written(operand(percent.operand(), ATOM) + oneOf("%", " percent"), POWER);
	}

	@Override
	Written share(Share share) {
		String part = switch (share.part()) {
			case Ratio(int over, int under) when over == 1 && under == 2 -> oneOf("half", "one half", "1/2");
			case Ratio(int over, int under) when over == 1 && under == 3 -> oneOf("a third", "one third", "1/3");
			case Ratio(int over, int under) when over == 1 && under == 4 -> oneOf("a quarter", "one quarter", "1/4");
			default -> text(share.part());
		};
		return new Written(part + " of " + loose(share.whole(), ATOM, isNegativeNumber(share.whole()) ? 50 : 0),
				PREFIX);
	}

	@Override
	Written listing(Listing listing) {
		List<String> members = listing.members()
			.stream()
			.map((member) -> loose(member, ATOM, (member instanceof Binary) ? 0 : 10))
			.toList();
		String name = switch (listing.kind()) {
			case SUM -> oneOf("sum of ", "total of ");
			case PRODUCT -> "product of ";
			case DIFFERENCE -> oneOf("difference between ", "difference of ");
			case QUOTIENT -> "quotient of ";
			case AVERAGE -> oneOf("average of ", "mean of ");
		};
		return new Written(oneOf("the ", "") + name + String.join(", ", members.subList(0, members.size() - 1))
				+ " and " + members.getLast(), chance(20) ? SIGNED : LIST);
	}

}
