package dev.babyagi.learning.replay;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonText;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.memory.SecretLikeText;
import dev.babyagi.redaction.SecretPatterns;

/**
 * Changes lessons as people ask for it, and has them replayed again.
 */
@Component
public class LessonEditing {

	private final Lessons lessons;

	private final ReplaySchedule replays;

	LessonEditing(Lessons lessons, ReplaySchedule replays) {
		this.lessons = lessons;
		this.replays = replays;
	}

	/**
	 * Changes the words of a lesson.
	 * @throws SecretLikeText if they hold what looks like a secret
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void edit(Lesson lesson, LessonText text) {
		SecretPatterns.find(String.join("\n", text.title(), text.when(), text.whenNot(), text.content()))
			.ifPresent((kind) -> {
				throw new SecretLikeText(kind);
			});
		this.lessons.edit(lesson, text);
		this.replays.of(lesson);
	}

	/** Lets a lesson prove itself again. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tryAgain(Lesson lesson) {
		this.lessons.tryAgain(lesson);
		this.replays.of(lesson);
	}

}
