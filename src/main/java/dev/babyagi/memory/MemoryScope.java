package dev.babyagi.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

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

	/**
	 * The key of the words of a memory, which is unique among current ones; {@code null}
	 * for an episode, since each objective has its own.
	 */
	@Nullable String digest(MemoryKind kind, String text) {
		return (kind != MemoryKind.EPISODE) ? key("text", kind.name(), NormalizedText.words(text)) : null;
	}

	/** The key of a fact, or {@code null} if nothing is stated. */
	@Nullable String factKey(@Nullable Statement statement) {
		return (statement != null)
				? key("fact", NormalizedText.name(statement.subject()), NormalizedText.name(statement.attribute()))
				: null;
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
