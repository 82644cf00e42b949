package dev.babyagi.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Tells texts that hold what looks like a secret: a key, a token, a password. The
 * patterns run in time that is linear in the text.
 */
public final class SecretPatterns {

	private static final String FILE = "/memory/secret-patterns.txt";

	private static final Pattern WORD = Pattern.compile("[a-zA-Z_.-]+");

	private static final List<SecretPattern> ALL = load();

	private SecretPatterns() {
	}

	/**
	 * Returns the kind of a secret in a text, such as {@code GitHub token}, and never the
	 * secret itself; nothing if there is none.
	 */
	public static Optional<String> find(String text) {
		String folded = text.toLowerCase(Locale.ROOT);
		return ALL.stream()
			.filter((pattern) -> pattern.mayBeIn(folded) && pattern.isIn(text))
			.map(SecretPattern::kind)
			.findFirst();
	}

	/** Returns the kind of a secret in any part of what is to be remembered. */
	public static Optional<String> find(MemoryDraft draft) {
		MemoryDraft.Statement statement = draft.statement();
		Stream<String> stated = (statement != null) ? Stream.of(statement.subject(), statement.attribute(),
				statement.value(), statement.attribute() + ": " + statement.value()) : Stream.empty();
		Stream<String> noted = draft.metadata()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ": " + entry.getValue());
		return Stream.of(Stream.of(draft.text()), stated, noted)
			.flatMap((texts) -> texts)
			.map(SecretPatterns::find)
			.flatMap(Optional::stream)
			.findFirst();
	}

	static List<String> kinds() {
		return ALL.stream().map(SecretPattern::kind).toList();
	}

	private static List<SecretPattern> load() {
		try (InputStream file = SecretPatterns.class.getResourceAsStream(FILE)) {
			if (file == null) {
				throw new IllegalStateException("There is no " + FILE + " on the classpath");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(SecretPatterns::pattern)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SecretPattern pattern(String line) {
		String[] parts = line.split("\\|", 4);
		return new SecretPattern(parts[0], List.of(parts[1].split(",")), Double.parseDouble(parts[2]),
				Pattern.compile(parts[3]));
	}

	/**
	 * A form of secrets.
	 *
	 * @param kind what it is
	 * @param words one of them stands in each text that holds it, in lower case
	 * @param entropy the least entropy of a secret, in bits a character
	 * @param pattern how it is written; its group, if it has one, is the secret
	 */
	private record SecretPattern(String kind, List<String> words, double entropy, Pattern pattern) {

		boolean mayBeIn(String folded) {
			return this.words.stream().anyMatch(folded::contains);
		}

		boolean isIn(String text) {
			Matcher matcher = this.pattern.matcher(text);
			while (matcher.find()) {
				boolean grouped = matcher.groupCount() > 0;
				String secret = grouped ? matcher.group(1) : matcher.group();
				if (entropyOf(secret) >= this.entropy && !(grouped && WORD.matches(secret))) {
					return true;
				}
			}
			return false;
		}

		private static double entropyOf(String secret) {
			double length = secret.length();
			return secret.chars()
				.boxed()
				.collect(Collectors.groupingBy((sign) -> sign, Collectors.counting()))
				.values()
				.stream()
				.mapToDouble((count) -> count / length)
				.map((share) -> -share * Math.log(share) / Math.log(2))
				.sum();
		}

	}

}
