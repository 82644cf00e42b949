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
 * Writes a formula as people write it: parentheses stand where the usual rules of
 * precedence need them. {@link #loose} leaves some out on purpose, where a formula then
 * has two readings, so that only the one that was meant or none may be read.
 */
abstract class SampleWriter {

	static final int LIST = 0;

	static final int SUM = 1;

	static final int PRODUCT = 2;

	static final int SIGNED = 3;

	static final int PREFIX = 4;

	static final int POWER = 5;

	static final int ATOM = 6;

	final Random random;

	SampleWriter(Random random) {
		this.random = random;
	}

	final String text(SampleFormula formula) {
		return write(formula).text();
	}

	final Written write(SampleFormula formula) {
		return switch (formula) {
			case Numeral numeral -> new Written(numeral(numeral), ATOM);
			case Ratio ratio -> new Written(ratio(ratio), ATOM);
			case Negative negative -> negative(negative);
			case Binary binary -> binary(binary);
			case Power power -> power(power);
			case Root root -> root(root);
			case Percent percent -> percent(percent);
			case Share share -> share(share);
			case Listing listing -> listing(listing);
		};
	}

	private Written binary(Binary binary) {
		if (joinsNumbers(binary)) {
			return new Written(digits((Numeral) binary.left()) + binary.sign() + digits((Numeral) binary.right()),
					ATOM);
		}
		boolean sum = binary.sign() == '+' || binary.sign() == '-';
		int level = sum ? SUM : PRODUCT;
		String left = operand(binary.left(), level);
		String right = (isPercentage(binary.right()) && sum) ? "(" + text(binary.right()) + ")"
				: operand(binary.right(), level + 1);
		return new Written(left + operator(binary.sign()) + right, level);
	}

	private static boolean isPercentage(SampleFormula formula) {
		return formula instanceof Percent || (formula instanceof Negative(SampleFormula inner) && isPercentage(inner));
	}

	/** Returns the text of an operand, in parentheses if it is looser than a level. */
	final String operand(SampleFormula formula, int level) {
		Written written = write(formula);
		return (written.level() >= level) ? written.text() : "(" + written.text() + ")";
	}

	/** Returns the text of an operand that may have lost its parentheses. */
	final String loose(SampleFormula formula, int level, int percent) {
		return chance(percent) ? text(formula) : operand(formula, level);
	}

	final boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	final String oneOf(String... texts) {
		return texts[this.random.nextInt(texts.length)];
	}

	static String digits(Numeral numeral) {
		String digits = Integer.toString(numeral.unscaled());
		if (numeral.scale() == 0) {
			return digits;
		}
		String padded = "0".repeat(Math.max(0, numeral.scale() + 1 - digits.length())) + digits;
		int point = padded.length() - numeral.scale();
		return padded.substring(0, point) + "." + padded.substring(point);
	}

	/** Whether two numbers and their sign are written without spaces among words. */
	boolean joinsNumbers(Binary binary) {
		return areNumbers(binary) && binary.sign() != 'm' && chance(15);
	}

	private static boolean areNumbers(Binary binary) {
		return binary.left() instanceof Numeral && binary.right() instanceof Numeral;
	}

	static boolean isNegativeNumber(SampleFormula formula) {
		return formula instanceof Negative(SampleFormula operand) && operand instanceof Numeral;
	}

	abstract String operator(char sign);

	abstract String numeral(Numeral numeral);

	String ratio(Ratio ratio) {
		return ratio.over() + "/" + ratio.under();
	}

	abstract Written negative(Negative negative);

	abstract Written power(Power power);

	abstract Written root(Root root);

	abstract Written percent(Percent percent);

	abstract Written share(Share share);

	abstract Written listing(Listing listing);

	/**
	 * A written formula.
	 *
	 * @param text the text
	 * @param level how tightly its outermost operation binds
	 */
	record Written(String text, int level) {

	}

}
