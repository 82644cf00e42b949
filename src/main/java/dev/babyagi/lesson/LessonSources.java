package dev.babyagi.lesson;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ObjectiveId;

/**
 * The objectives whose feedback taught a lesson.
 */
@Component
class LessonSources {

	private final JdbcClient jdbc;

	LessonSources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds an objective.
	 * @param words whether the words of the lesson come from it
	 */
	void add(Lesson lesson, ObjectiveId objective, boolean words) {
		if (of(lesson.getId()).contains(objective)) {
			return;
		}
		this.jdbc.sql("""
				insert into lesson_source (lesson_id, objective_id, tenant, gave_words)
				values (:lesson, :objective, :tenant, :words)""")
			.param("lesson", lesson.getId())
			.param("objective", objective.id())
			.param("tenant", lesson.tenant())
			.param("words", words)
			.update();
	}

	/** Those whose feedback gave the lesson its words. */
	List<ObjectiveId> ofWords(UUID lesson) {
		return this.jdbc.sql("select objective_id from lesson_source where lesson_id = :lesson and gave_words")
			.param("lesson", lesson)
			.query((row, index) -> new ObjectiveId(row.getObject("objective_id", UUID.class)))
			.list();
	}

	List<ObjectiveId> of(UUID lesson) {
		return this.jdbc.sql("select objective_id from lesson_source where lesson_id = :lesson order by objective_id")
			.param("lesson", lesson)
			.query((row, index) -> new ObjectiveId(row.getObject("objective_id", UUID.class)))
			.list();
	}

	/** The lessons that an objective taught, alone or among others. */
	List<UUID> lessons(ObjectiveId objective) {
		return this.jdbc.sql("select lesson_id from lesson_source where objective_id = :objective")
			.param("objective", objective.id())
			.query((row, index) -> row.getObject("lesson_id", UUID.class))
			.list();
	}

	void withdraw(ObjectiveId objective) {
		this.jdbc.sql("delete from lesson_source where objective_id = :objective")
			.param("objective", objective.id())
			.update();
	}

	void erase(UUID lesson) {
		this.jdbc.sql("delete from lesson_source where lesson_id = :lesson").param("lesson", lesson).update();
	}

}
