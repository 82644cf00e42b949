package dev.babyagi.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an answer.
 *
 * @param rating from -1 (wrong) to 1 (right), or {@code null}
 * @param labels words of the client's own
 * @param comment what was good or bad about it, or {@code null}
 * @param correction what should be done instead, or {@code null}
 * @param expectedOutput the right answer, or {@code null}
 */
public record FeedbackDraft(@Nullable Double rating, List<String> labels, @Nullable String comment,
		@Nullable String correction, @Nullable String expectedOutput) {

	public FeedbackDraft {
		labels = List.copyOf(labels);
	}

}
