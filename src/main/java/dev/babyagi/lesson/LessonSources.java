package dev.babyagi.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ObjectiveId;

/**
 * The feedback that taught a lesson.
 */
@Component
class LessonSources {

	private final JdbcClient jdbc;

	LessonSources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a source.
	 * @param words whether the words of the lesson come from it
	 */
	void add(Lesson lesson, LessonSource source, boolean words) {
		if (of(lesson.getId()).contains(source)) {
			return;
		}
		this.jdbc.sql("""
				insert into lesson_source (lesson_id, feedback_id, objective_id, tenant, gave_words)
				values (:lesson, :feedback, :objective, :tenant, :words)""")
			.param("lesson", lesson.getId())
			.param("feedback", source.feedback())
			.param("objective", source.objective().id())
			.param("tenant", lesson.tenant())
			.param("words", words)
			.update();
	}

	List<LessonSource> of(UUID lesson) {
		return this.jdbc
			.sql("select feedback_id, objective_id from lesson_source where lesson_id = :lesson order by feedback_id")
			.param("lesson", lesson)
			.query((row, index) -> source(row))
			.list();
	}

	/** Those that gave the lesson its words. */
	List<LessonSource> ofWords(UUID lesson) {
		return this.jdbc
			.sql("select feedback_id, objective_id from lesson_source where lesson_id = :lesson and gave_words")
			.param("lesson", lesson)
			.query((row, index) -> source(row))
			.list();
	}

	private static LessonSource source(ResultSet row) throws SQLException {
		return new LessonSource(row.getObject("feedback_id", UUID.class),
				new ObjectiveId(row.getObject("objective_id", UUID.class)));
	}

	/** The lessons that feedback taught, alone or among others. */
	List<UUID> lessons(UUID feedback) {
		return this.jdbc.sql("select lesson_id from lesson_source where feedback_id = :feedback")
			.param("feedback", feedback)
			.query((row, index) -> row.getObject("lesson_id", UUID.class))
			.list();
	}

	/** The lessons that feedback on an objective taught, alone or among others. */
	List<UUID> lessons(ObjectiveId objective) {
		return this.jdbc.sql("select distinct lesson_id from lesson_source where objective_id = :objective")
			.param("objective", objective.id())
			.query((row, index) -> row.getObject("lesson_id", UUID.class))
			.list();
	}

	void remove(UUID lesson, UUID feedback) {
		this.jdbc.sql("delete from lesson_source where lesson_id = :lesson and feedback_id = :feedback")
			.param("lesson", lesson)
			.param("feedback", feedback)
			.update();
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
