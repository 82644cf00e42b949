package dev.babyagi.objective;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * Identifies an objective.
 *
 * @param id a UUIDv7, so that ids sort by creation
 */
@Embeddable
public record ObjectiveId(UUID id) implements Serializable {

	/** A pattern for the text form. */
	public static final String PATTERN = "^obj_" + WireId.CHARACTERS + "$";

	@Override
	public String toString() {
		return WireId.format("obj", this.id);
	}

}
