package dev.babyagi.integration;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.Quantities;
import dev.babyagi.reply.Quantity;

/**
 * Checks whether the numbers of an answer are grounded. A number is grounded if it occurs
 * in the objective or a cited output, exactly or rounded; if it marks an item of a list
 * or is a count up to 12; or if it is the sum, difference, product, quotient or
 * percentage of two numbers that occur there.
 */
final class Grounding {

	private static final int MAX_COUNT = 12;

	/** The most numbers that are combined in pairs, which bounds the work. */
	private static final int MAX_OPERANDS = 100;

	private static final int MAX_NUMBERS = 100;

	private static final Pattern DIGITS = Pattern.compile("\\d{1,100}(?:\\.\\d{1,100})?");

	private final Set<BigDecimal> standing = new HashSet<>();

	private final double[] operands;

	Grounding(Collection<String> sources) {
		Set<Double> distinct = new LinkedHashSet<>();
		for (String source : sources) {
			for (Quantity quantity : Quantities.in(source).found()) {
				stand(quantity.value());
				stand(quantity.digits());
				distinct.add(quantity.value().doubleValue());
			}
			standDigits(source);
		}
		this.operands = distinct.stream().limit(MAX_OPERANDS).mapToDouble(Double::doubleValue).toArray();
	}

	/** Returns the numbers of an answer that are not grounded, as they are written. */
	List<String> ungrounded(JsonNode answer) {
		Set<String> ungrounded = new LinkedHashSet<>();
		texts(answer).forEach((text) -> {
			for (Quantity quantity : Quantities.in(text).found().stream().limit(MAX_NUMBERS).toList()) {
				if (!isGrounded(quantity) && !isMarker(text, quantity)) {
					ungrounded.add(DisplayValues.number(quantity.value()) + (quantity.isPercent() ? "%" : ""));
				}
			}
		});
		return List.copyOf(ungrounded);
	}

	private boolean isGrounded(Quantity quantity) {
		return isCount(quantity.value()) || stands(quantity.value()) || stands(quantity.digits())
				|| new NumberDerivation(quantity).isFrom(this.operands);
	}

	private static boolean isCount(BigDecimal value) {
		return value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(MAX_COUNT)) <= 0
				&& value.stripTrailingZeros().scale() <= 0;
	}

	/**
	 * Whether a number is the marker of a list item: at the start of a line, with a mark
	 * after it.
	 */
	private static boolean isMarker(String text, Quantity quantity) {
		int lineStart = text.lastIndexOf('\n', Math.max(0, quantity.start() - 1)) + 1;
		String before = text.substring(Math.min(lineStart, quantity.start()), quantity.start());
		boolean marked = quantity.end() < text.length() && ".):、".indexOf(text.charAt(quantity.end())) >= 0;
		return marked && before.chars().noneMatch(Character::isLetterOrDigit);
	}

	private void standDigits(String source) {
		Matcher matcher = DIGITS.matcher(source);
		while (matcher.find()) {
			stand(new BigDecimal(matcher.group()));
		}
	}

	private void stand(BigDecimal number) {
		this.standing.add(number.abs().stripTrailingZeros());
	}

	private boolean stands(BigDecimal number) {
		return this.standing.contains(number.abs().stripTrailingZeros());
	}

	private static List<String> texts(JsonNode answer) {
		if (answer.isContainer()) {
			return answer.valueStream().flatMap((child) -> texts(child).stream()).toList();
		}
		return List.of(DisplayValues.text(answer));
	}

}
