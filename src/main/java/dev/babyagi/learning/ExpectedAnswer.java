package dev.babyagi.learning;

import java.math.BigDecimal;
import java.util.Optional;

import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

import dev.babyagi.reply.NumberReader;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.ValueEquality;

/**
 * Compares an answer with the one that is expected. Case, space and punctuation do not
 * count. Where a number is expected, it is looked for in the answer.
 */
public final class ExpectedAnswer {

	private static final int MOST_DIGITS = 400;

	private ExpectedAnswer() {
	}

	/** Whether an answer is the expected one. */
	public static boolean matches(String expected, String answer) {
		Optional<BigDecimal> number = number(expected);
		if (number.isPresent()) {
			return NumberReader.read(answer, null) instanceof ReadingResult.Value(var value)
					&& isUsual(value.decimalValue()) && ValueEquality.within(value, DecimalNode.valueOf(number.get()));
		}
		return ValueEquality.key(StringNode.valueOf(expected)).equals(ValueEquality.key(StringNode.valueOf(answer)));
	}

	/** Others would be written out digit by digit. */
	private static boolean isUsual(BigDecimal number) {
		return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
	}

	private static Optional<BigDecimal> number(String text) {
		try {
			return Optional.of(new BigDecimal(text.strip().replace('\u2212', '-'))).filter(ExpectedAnswer::isUsual);
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
