package dev.babyagi.lesson;

import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;

/**
 * What an objective has taught. If a client erases the objective, that goes as far as
 * only it taught it. Retention leaves it, and what feedback said of the lesson it used.
 */
@Component
public class TaughtLessons {

	private final Lessons lessons;

	private final LessonSources sources;

	private final LessonUses uses;

	TaughtLessons(Lessons lessons, LessonSources sources, LessonUses uses) {
		this.lessons = lessons;
		this.sources = sources;
		this.uses = uses;
	}

	@EventListener
	void on(ObjectiveErased erased) {
		if (erased.cause() == ObjectiveErased.Cause.CLIENT) {
			withdraw(erased.id()).forEach(this.lessons::erase);
			this.uses.erase(erased.id());
		}
		else {
			this.uses.eraseUnlabelled(erased.id());
		}
	}

	/**
	 * Retires what only one feedback taught, because it was changed or taken back. That
	 * it did stays known, so that erasing its objective erases the lesson.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void retract(UUID feedback) {
		for (UUID id : this.sources.lessons(feedback)) {
			if (this.sources.of(id).size() > 1) {
				this.sources.remove(id, feedback);
			}
			else {
				this.lessons.find(id)
					.filter((lesson) -> !lesson.isPinned() && lesson.state() != LessonState.RETIRED)
					.ifPresent((lesson) -> this.lessons.retire(lesson, "The feedback that taught it was changed"));
			}
		}
	}

	/** Removes an objective as a source. */
	private List<Lesson> withdraw(ObjectiveId objective) {
		List<UUID> taught = this.sources.lessons(objective);
		this.sources.withdraw(objective);
		return taught.stream()
			.filter((lesson) -> this.sources.of(lesson).isEmpty())
			.flatMap((lesson) -> this.lessons.find(lesson).stream())
			.toList();
	}

}
