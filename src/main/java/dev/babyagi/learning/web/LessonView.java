package dev.babyagi.learning.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonId;
import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.LessonText;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.objective.ObjectiveId;

/**
 * A lesson in the HTTP API.
 *
 * @param id its id
 * @param title a few words
 * @param when when it applies
 * @param whenNot when it does not apply
 * @param content what to do
 * @param state how it stands
 * @param reason why it is in its state
 * @param pinned whether somebody vouches for it
 * @param sources the objectives whose feedback taught it
 * @param replaces the lesson that it retires once it is active
 * @param helpful labelled objectives with it whose answer was right
 * @param harmful labelled objectives with it whose answer was wrong
 * @param uses objectives whose prompts held it
 * @param createdAt when it was proposed
 */
@Schema(name = "Lesson")
record LessonView(@Schema(example = LessonView.EXAMPLE, pattern = LessonId.PATTERN) String id,
		@Schema(example = "The sign # in this house") String title,
		@Schema(example = "An objective contains the sign #") String when, String whenNot,
		@Schema(example = "a # b means a times b minus a.") String content, LessonState state, @Nullable String reason,
		boolean pinned, List<String> sources, @Nullable String replaces, int helpful, int harmful, int uses,
		Instant createdAt) {

	static final String EXAMPLE = "les_01M88EQ6FJEXDAV3FV4QHVJ051";

	static LessonView of(Lesson lesson, Lessons lessons) {
		LessonText text = lesson.text();
		MeasuredEffect.Arm with = lessons.effect(lesson).with();
		return new LessonView(lesson.id().toString(), text.title(), text.when(), text.whenNot(), text.content(),
				lesson.state(), lesson.reason(), lesson.isPinned(),
				lessons.sources(lesson).stream().map(ObjectiveId::toString).toList(),
				(lesson.replaces() != null) ? new LessonId(lesson.replaces()).toString() : null, with.successes(),
				with.runs() - with.successes(), with.runs() + with.unlabelled(), lesson.createdAt());
	}

}
