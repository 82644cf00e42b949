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
 * Writes a formula in Chinese words, in signs with spaces, and in signs without spaces
 * where they join what is one number.
 */
final class ChineseWriter extends SampleWriter {

	ChineseWriter(Random random) {
		super(random);
	}

	@Override
	String operator(char sign) {
		return switch (sign) {
			case '+' -> oneOf("加", "加上", " + ");
			case '-' -> oneOf("减", "减去", " - ");
			case '*' -> oneOf("乘", "乘以", " × ");
			case '/' -> oneOf("除以", " ÷ ", " / ");
			default -> oneOf("模", "取模");
		};
	}

	@Override
	String numeral(Numeral numeral) {
		return (numeral.scale() == 0 && chance(20)) ? SampleNumerals.chinese(numeral.unscaled()) : digits(numeral);
	}

	@Override
	String ratio(Ratio ratio) {
		return chance(70) ? super.ratio(ratio)
				: SampleNumerals.chinese(ratio.under()) + "分之" + SampleNumerals.chinese(ratio.over());
	}

	@Override
	Written negative(Negative negative) {
		String sign = (negative.operand() instanceof Numeral) ? oneOf("-", "负") : "-";
		boolean loose = negative.operand() instanceof Numeral || (negative.operand() instanceof Power && chance(50));
		return new Written(sign + (loose ? text(negative.operand()) : "(" + text(negative.operand()) + ")"), SIGNED);
	}

	@Override
	Written power(Power power) {
		String behind = (power.exponent() == 2) ? oneOf("的平方", "的二次方", "的2次方") : oneOf("的立方", "的三次方", "的3次方");
		return new Written(owner(power.base()) + behind, POWER);
	}

	@Override
	Written root(Root root) {
		return chance(30) ? new Written("根号" + operand(root.square(), ATOM), POWER)
				: new Written(owner(root.square()) + oneOf("的平方根", "的算术平方根"), POWER);
	}

	@Override
	Written percent(Percent percent) {
		return (percent.operand() instanceof Numeral number && chance(30)) ? new Written("百分之" + numeral(number), POWER)
				: new Written(operand(percent.operand(), ATOM) + "%", POWER);
	}

	@Override
	Written share(Share share) {
		String part = (share.part() instanceof Ratio(int over, int under)) ? (over == 1 && under == 2 && chance(70))
				? "一半" : SampleNumerals.chinese(under) + "分之" + SampleNumerals.chinese(over) : text(share.part());
		return new Written(owner(share.whole()) + "的" + part, POWER);
	}

	@Override
	Written listing(Listing listing) {
		List<String> members = listing.members()
			.stream()
			.map((member) -> loose(member, ATOM, (member instanceof Binary) ? 0 : 10))
			.toList();
		String name = switch (listing.kind()) {
			case SUM -> oneOf("的和", "之和", "的总和");
			case PRODUCT -> oneOf("的积", "之积", "的乘积");
			case DIFFERENCE -> oneOf("的差", "之差");
			case QUOTIENT -> oneOf("的商", "之商");
			case AVERAGE -> oneOf("的平均数", "的平均值");
		};
		return new Written(String.join("、", members.subList(0, members.size() - 1)) + oneOf("与", "和", "跟")
				+ members.getLast() + name, chance(20) ? SIGNED : LIST);
	}

	private String owner(SampleFormula formula) {
		return loose(formula, POWER, isNegativeNumber(formula) ? 50 : 0);
	}

}
