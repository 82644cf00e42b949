package dev.babyagi.memory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;

/**
 * What is to be forgotten; each criterion narrows it, and {@code null} or empty leaves
 * one out.
 *
 * @param about memories that contain each of these words, in any order
 * @param contextId memories of this context
 * @param kinds memories of these kinds
 * @param ids these memories, or the objectives of turns
 * @param createdBefore memories created earlier than this
 */
public record ForgetScope(@Nullable String about, @Nullable ContextId contextId, Set<MemoryKind> kinds, Set<UUID> ids,
		@Nullable Instant createdBefore) {

	/** From this character on, Unicode has scripts without spaces. */
	private static final char FIRST_WITHOUT_SPACES = 0x2E80;

	public ForgetScope {
		kinds = Set.copyOf(kinds);
		ids = Set.copyOf(ids);
	}

	/** Whether it names anything less than all memories of the tenant. */
	public boolean isNarrow() {
		return !words().isEmpty() || this.contextId != null || !this.ids.isEmpty();
	}

	/** The words that must occur, folded as {@link NormalizedText#words} does. */
	List<String> words() {
		return (this.about != null && !this.about.isBlank()) ? List.of(NormalizedText.words(this.about).split(" "))
				: List.of();
	}

	/**
	 * Whether a text holds all the words, each at the beginning of a word of its own: cat
	 * is in cats and not in location. Scripts without spaces have no such beginnings.
	 */
	boolean isAbout(String text) {
		String folded = NormalizedText.words(text);
		return words().stream().allMatch((word) -> begins(folded, word));
	}

	private static boolean begins(String text, String word) {
		for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			if (at == 0 || !Character.isLetterOrDigit(word.charAt(0)) || !Character.isLetterOrDigit(text.charAt(at - 1))
					|| text.charAt(at) >= FIRST_WITHOUT_SPACES) {
				return true;
			}
		}
		return false;
	}

	boolean includes(MemoryKind kind) {
		return this.kinds.isEmpty() || this.kinds.contains(kind);
	}

}
