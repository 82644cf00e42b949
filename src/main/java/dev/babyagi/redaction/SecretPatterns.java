package dev.babyagi.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.babyagi.redaction.SensitivePattern.Finding;

/**
 * Tells texts that hold what looks like a secret: a key, a token, a password.
 */
public final class SecretPatterns {

	private static final List<SensitivePattern> ALL = SensitivePattern.load("/redaction/secret-patterns.txt");

	private SecretPatterns() {
	}

	/**
	 * Returns the kind of a secret in a text, such as {@code GitHub token}, and never the
	 * secret itself; nothing if there is none.
	 */
	public static Optional<String> find(String text) {
		return all(text).map(Finding::kind).findFirst();
	}

	static Stream<Finding> all(String text) {
		String folded = text.toLowerCase(Locale.ROOT);
		return ALL.stream().flatMap((pattern) -> pattern.find(text, folded).stream());
	}

	static List<String> kinds() {
		return ALL.stream().map(SensitivePattern::kind).toList();
	}

}
