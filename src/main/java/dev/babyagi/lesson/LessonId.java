package dev.babyagi.lesson;

import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies a lesson.
 *
 * @param id a UUIDv7
 */
public record LessonId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "les";

	/** A pattern for the text form. */
	public static final String PATTERN = "^les_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

}
