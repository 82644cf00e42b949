package dev.babyagi.memory;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;

/**
 * Something to be remembered.
 *
 * @param text the words, 1 to 20,000 characters
 * @param kind fact, preference or episode
 * @param trust how far it can be trusted
 * @param contextId the context it belongs to, or {@code null} for all contexts of the
 * tenant
 * @param statement what it states, or {@code null} for free text
 * @param importance from 0 to 1
 * @param objectiveId the objective that gave rise to it, or {@code null}
 * @param validFrom since when it is so
 * @param expiresAt when it stops being recalled, or {@code null} for never
 * @param metadata names and values of the client's own
 */
public record MemoryDraft(String text, MemoryKind kind, MemoryTrust trust, @Nullable ContextId contextId,
		@Nullable Statement statement, double importance, @Nullable ObjectiveId objectiveId, Instant validFrom,
		@Nullable Instant expiresAt, Map<String, String> metadata) {

	public MemoryDraft {
		metadata = Map.copyOf(metadata);
	}

	/**
	 * A statement that a newer one about the same attribute of the same subject
	 * supersedes.
	 *
	 * @param subject who or what it is about, such as {@code user}
	 * @param attribute which property of the subject, such as {@code favourite colour}
	 * @param value the value of the property
	 */
	public record Statement(String subject, String attribute, String value) {

	}

}
