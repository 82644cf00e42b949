package dev.babyagi.learning.replay;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.Lessons;

/**
 * Schedules the replays of candidates.
 */
@Component
public class ReplaySchedule {

	static final String KIND = FeedbackIntake.REPLAY;

	private static final int UNAWAITED = 0;

	private final Lessons lessons;

	private final BackgroundWork work;

	private final Clock clock;

	ReplaySchedule(Lessons lessons, BackgroundWork work, Clock clock) {
		this.lessons = lessons;
		this.work = work;
		this.clock = clock;
	}

	/** Schedules all candidates of a family, in the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void ofFamily(UUID family) {
		this.lessons.current(family)
			.stream()
			.filter((lesson) -> lesson.state() == LessonState.CANDIDATE)
			.forEach(this::of);
	}

	/** Schedules one candidate, in the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void of(Lesson lesson) {
		this.work.scheduleIfAbsent(KIND, lesson.getId(), UNAWAITED, this.clock.instant());
	}

}
