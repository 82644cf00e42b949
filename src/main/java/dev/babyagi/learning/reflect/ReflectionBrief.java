package dev.babyagi.learning.reflect;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.babyagi.learning.FeedbackDraft;
import dev.babyagi.lesson.Lesson;

/**
 * What a reflection is about.
 *
 * @param asked the objective, or the instruction of the task
 * @param answer the answer that was wrong
 * @param said the feedback
 * @param contrast a like objective that went well, or {@code null}
 * @param lessons the present lessons of the family, by label
 */
record ReflectionBrief(String asked, String answer, FeedbackDraft said, @Nullable Contrast contrast,
		Map<String, Lesson> lessons) {

	/**
	 * A like objective whose answer was right.
	 *
	 * @param asked the objective
	 * @param answer its answer
	 */
	record Contrast(String asked, String answer) {

	}

}
