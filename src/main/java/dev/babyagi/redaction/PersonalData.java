package dev.babyagi.redaction;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.babyagi.redaction.SensitivePattern.Finding;

/**
 * Finds personal data that has a form: addresses and numbers, but not names. Numbers that
 * have check digits are counted only if these are right.
 */
final class PersonalData {

	private static final List<SensitivePattern> ALL = SensitivePattern.load("/redaction/personal-patterns.txt");

	private static final Map<String, Predicate<String>> CHECKS = Map.of("bank account", PersonalData::isIban,
			"payment card", PersonalData::passesLuhn, "identity number", PersonalData::isResidentId);

	private static final int[] RESIDENT_WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String RESIDENT_CHECKS = "10X98765432";

	private PersonalData() {
	}

	static Stream<Finding> all(String text) {
		String folded = text.toLowerCase(Locale.ROOT);
		return ALL.stream()
			.flatMap((pattern) -> pattern.find(text, folded).stream())
			.filter((found) -> CHECKS.getOrDefault(found.kind(), (value) -> true).test(found.value()));
	}

	/** The check of ISO 13616: the number, its head moved to the end, is 1 modulo 97. */
	private static boolean isIban(String text) {
		String plain = text.replace(" ", "");
		StringBuilder digits = new StringBuilder();
		(plain.substring(4) + plain.substring(0, 4)).chars()
			.forEach((sign) -> digits.append(Character.digit(sign, 36)));
		return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
	}

	/** The check of ISO/IEC 7812: every second digit from the right is doubled. */
	private static boolean passesLuhn(String text) {
		int[] digits = text.chars().filter(Character::isDigit).map((sign) -> sign - '0').toArray();
		int sum = 0;
		for (int index = 0; index < digits.length; index++) {
			int digit = digits[digits.length - 1 - index] * (1 + index % 2);
			sum += (digit > 9) ? digit - 9 : digit;
		}
		return sum % 10 == 0;
	}

	/** The check of GB 11643: weighted digits modulo 11. */
	private static boolean isResidentId(String text) {
		int sum = 0;
		for (int index = 0; index < RESIDENT_WEIGHTS.length; index++) {
			sum += RESIDENT_WEIGHTS[index] * (text.charAt(index) - '0');
		}
		return RESIDENT_CHECKS.charAt(sum % 11) == Character.toUpperCase(text.charAt(RESIDENT_WEIGHTS.length));
	}

}
