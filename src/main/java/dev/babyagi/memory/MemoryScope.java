package dev.babyagi.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryDraft.Statement;

/**
 * Where a memory is visible. Two memories of one scope with the same words are one
 * memory, and two about the same attribute of one subject are one fact.
 *
 * @param tenant the tenant
 * @param contextId the context, or {@code null} for all of the tenant's
 */
record MemoryScope(String tenant, @Nullable UUID contextId) {

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\s.!?。]+$");

	private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an|my|your|his|her|their|our) ");

	/**
	 * The key of the words of a memory, which is unique among current ones; {@code null}
	 * for an episode, since each objective has its own.
	 */
	@Nullable String digest(MemoryKind kind, String text) {
		return (kind != MemoryKind.EPISODE) ? key("text", kind.name(), words(text)) : null;
	}

	/** The key of a fact, or {@code null} if nothing is stated. */
	@Nullable String factKey(@Nullable Statement statement) {
		return (statement != null) ? key("fact", subject(statement.subject()), subject(statement.attribute())) : null;
	}

	/**
	 * The words in one spelling: case, width, spaces and the end of the sentence do not
	 * count. Other signs do: -5 is not 5, and C# is not C.
	 */
	static String words(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		String spaced = SPACE.matcher(folded).replaceAll(" ").strip();
		String words = END_OF_SENTENCE.matcher(spaced).replaceFirst("");
		return words.isEmpty() ? spaced : words;
	}

	/** The name of a subject or an attribute, without its article. */
	static String subject(String name) {
		return ARTICLE.matcher(words(name)).replaceFirst("");
	}

	private String key(String... parts) {
		String whole = this.tenant + '\n' + this.contextId + '\n' + String.join("\n", parts);
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
