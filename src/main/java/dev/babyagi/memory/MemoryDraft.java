package dev.babyagi.memory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.redaction.SecretPatterns;

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

	/** Returns the kind of a secret in any part of it; nothing if there is none. */
	public Optional<String> secretKind() {
		Stream<String> stated = (this.statement != null)
				? Stream.of(this.statement.subject(), this.statement.attribute(), this.statement.value(),
						this.statement.attribute() + ": " + this.statement.value())
				: Stream.empty();
		Stream<String> noted = this.metadata.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ": " + entry.getValue());
		return Stream.of(Stream.of(this.text), stated, noted)
			.flatMap((texts) -> texts)
			.map(SecretPatterns::find)
			.flatMap(Optional::stream)
			.findFirst();
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
