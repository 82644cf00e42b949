package dev.babyagi.learning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonErased;

/**
 * What came of replays.
 */
@Component
public class ReplayRows {

	private final JdbcClient jdbc;

	ReplayRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The outcomes of the replays of the present words of a lesson.
	 * @param cases the feedback that labels the cases
	 * @param since replays without a lesson count since then, for whichever lesson they
	 * were made
	 */
	public Map<Replay, Outcome> of(Lesson lesson, Collection<UUID> cases, Instant since) {
		Map<Replay, Outcome> outcomes = new HashMap<>();
		if (cases.isEmpty()) {
			return outcomes;
		}
		this.jdbc.sql("""
				select feedback_id, arm, outcome from lesson_replay where feedback_id in (:cases)
				and ((lesson_id = :lesson and wording = :wording) or (arm = 'WITHOUT' and made_at >= :since))""")
			.param("cases", cases)
			.param("lesson", lesson.getId())
			.param("wording", lesson.wording())
			.param("since", Timestamp.from(since))
			.query((row, index) -> Map.entry(
					new Replay(row.getObject("feedback_id", UUID.class), ExperimentArm.valueOf(row.getString("arm"))),
					Outcome.valueOf(row.getString("outcome"))))
			.list()
			.forEach((entry) -> outcomes.put(entry.getKey(), entry.getValue()));
		return outcomes;
	}

	/** Stores an outcome, in the caller's transaction. */
	public void add(Lesson lesson, Replay replay, Outcome outcome, Instant now) {
		this.jdbc.sql("""
				insert into lesson_replay (lesson_id, wording, feedback_id, arm, tenant, outcome, made_at)
				values (:lesson, :wording, :feedback, :arm, :tenant, :outcome, :now)""")
			.param("lesson", lesson.getId())
			.param("wording", lesson.wording())
			.param("feedback", replay.feedback())
			.param("arm", replay.arm().name())
			.param("tenant", lesson.tenant())
			.param("outcome", outcome.name())
			.param("now", Timestamp.from(now))
			.update();
	}

	/** Forgets what was compared with feedback that has changed or is gone. */
	void eraseOf(UUID feedback) {
		this.jdbc.sql("delete from lesson_replay where feedback_id = :feedback").param("feedback", feedback).update();
	}

	@EventListener
	void on(LessonErased erased) {
		this.jdbc.sql("delete from lesson_replay where lesson_id = :lesson").param("lesson", erased.lesson()).update();
	}

	/**
	 * One replay of a lesson.
	 *
	 * @param feedback the feedback that tells what is right
	 * @param arm whether the prompt holds the lesson
	 */
	public record Replay(UUID feedback, ExperimentArm arm) {

	}

	/** What came of a replay. */
	public enum Outcome {

		/** The answer was the expected one. */
		RIGHT,

		/** It was another one, or there was none. */
		WRONG,

		/** The call failed, so nothing can be said. */
		FAILED

	}

}
