package dev.babyagi.learning.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.LessonText;

/**
 * The body of {@code PATCH /v1/lessons/{id}}. What is absent stays as it is.
 *
 * @param title a few words
 * @param when when it applies
 * @param whenNot when it does not apply
 * @param content what to do
 * @param state retired, or candidate to let it prove itself again
 * @param pinned whether somebody vouches for it
 */
@Schema(name = "LessonPatch", minProperties = 1, example = """
		{"pinned": true}""")
record LessonPatch(@Nullable @Size(min = 1, max = LessonText.MAX_TITLE) String title,
		@Nullable @Size(min = 1, max = LessonText.MAX_CONDITION) String when,
		@Nullable @Size(max = LessonText.MAX_CONDITION) String whenNot,
		@Nullable @Size(min = 1, max = LessonText.MAX_CONTENT) @Schema(
				description = "Changed words must prove themselves again, unless the lesson is pinned") String content,
		@Nullable @Schema(
				description = "retired: no prompt holds it; candidate: it may prove itself again. To make it active, pin it") LessonState state,
		@Nullable @Schema(
				description = "You vouch for it: it is active at once, and never retired by itself") Boolean pinned) {

	boolean isEmpty() {
		return !changesText() && this.state == null && this.pinned == null;
	}

	boolean changesText() {
		return this.title != null || this.when != null || this.whenNot != null || this.content != null;
	}

	LessonText over(LessonText text) {
		return new LessonText(or(this.title, text.title()), or(this.when, text.when()),
				or(this.whenNot, text.whenNot()), or(this.content, text.content()));
	}

	private static String or(@Nullable String text, String otherwise) {
		return (text != null) ? text.strip() : otherwise;
	}

}
