package dev.babyagi.objective;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * Identifies a context: the conversation that objectives belong to.
 *
 * @param id a UUIDv7
 */
@Embeddable
public record ContextId(UUID id) implements Serializable {

	/** A pattern for the text form. */
	public static final String PATTERN = "^ctx_" + WireId.CHARACTERS + "$";

	@Override
	public String toString() {
		return WireId.format("ctx", this.id);
	}

}
