package dev.babyagi.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;

/**
 * Which lesson was chosen for which objective, and what feedback says of the objective.
 */
@Component
public class LessonUses {

	private final JdbcClient jdbc;

	private final LessonRows lessons;

	LessonUses(JdbcClient jdbc, LessonRows lessons) {
		this.jdbc = jdbc;
		this.lessons = lessons;
	}

	/** Finds the choice that is stored for an objective. */
	public Optional<LessonChoice> find(ObjectiveId objective) {
		return this.jdbc
			.sql("select lesson_id, wording, arm, candidate from lesson_use where objective_id = :objective")
			.param("objective", objective.id())
			.query((row, index) -> choice(row))
			.optional();
	}

	private LessonChoice choice(ResultSet row) throws SQLException {
		UUID lesson = row.getObject("lesson_id", UUID.class);
		LessonText text = this.lessons.findById(lesson).map(Lesson::text).orElse(null);
		return new LessonChoice(lesson, row.getInt("wording"), ExperimentArm.valueOf(row.getString("arm")),
				row.getBoolean("candidate"), text);
	}

	/**
	 * Stores the choice for an objective, in the commit before its first call. Storing it
	 * again has no effect.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Objective objective, LessonChoice choice, Instant now) {
		long stored = this.jdbc.sql("select count(*) from lesson_use where objective_id = :objective")
			.param("objective", objective.id().id())
			.query(Long.class)
			.single();
		if (stored > 0) {
			return;
		}
		this.jdbc.sql("""
				insert into lesson_use (objective_id, lesson_id, tenant, wording, arm, candidate, used_at)
				values (:objective, :lesson, :tenant, :wording, :arm, :candidate, :now)""")
			.param("objective", objective.id().id())
			.param("lesson", choice.lesson())
			.param("tenant", objective.tenant())
			.param("wording", choice.wording())
			.param("arm", choice.arm().name())
			.param("candidate", choice.candidate())
			.param("now", Timestamp.from(now))
			.update();
	}

	/**
	 * Notes what feedback says of an objective.
	 * @param success whether its answer was right; {@code null} if nothing says so any
	 * more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void label(ObjectiveId objective, @Nullable Boolean success, Instant now) {
		this.jdbc.sql("update lesson_use set success = :success, labelled_at = :now where objective_id = :objective")
			.param("success", success)
			.param("now", Timestamp.from(now))
			.param("objective", objective.id())
			.update();
	}

	/**
	 * Counts what came of the uses of a lesson since its words changed last: of those as
	 * a candidate until it is active, and then of the others.
	 */
	MeasuredEffect effect(Lesson lesson) {
		return this.jdbc.sql("""
				select arm, count(*) as uses, count(success) as labelled,
				count(case when success then 1 end) as successes
				from lesson_use where lesson_id = :lesson and wording = :wording and candidate = :candidate
				group by arm""")
			.param("lesson", lesson.getId())
			.param("wording", lesson.wording())
			.param("candidate", !wasActive(lesson))
			.query((row, index) -> new ArmCount(ExperimentArm.valueOf(row.getString("arm")),
					new MeasuredEffect.Arm(row.getInt("labelled"), row.getInt("successes"),
							row.getInt("uses") - row.getInt("labelled"))))
			.list()
			.stream()
			.reduce(MeasuredEffect.NONE, (effect, counted) -> effect.with(counted.arm(), counted.count()),
					(one, other) -> other);
	}

	private boolean wasActive(Lesson lesson) {
		return lesson.state() == LessonState.ACTIVE || this.jdbc.sql("""
				select count(*) from lesson_use
				where lesson_id = :lesson and wording = :wording and not candidate""")
			.param("lesson", lesson.getId())
			.param("wording", lesson.wording())
			.query(Long.class)
			.single() > 0;
	}

	/** What feedback says of the labelled uses of a lesson, the latest first. */
	List<Boolean> latest(Lesson lesson, int limit) {
		return this.jdbc.sql("""
				select success from lesson_use where lesson_id = :lesson and wording = :wording and arm = 'WITH'
				and candidate = :candidate and success is not null
				order by used_at desc, objective_id desc fetch first :limit rows only""")
			.param("lesson", lesson.getId())
			.param("wording", lesson.wording())
			.param("candidate", !wasActive(lesson))
			.param("limit", limit)
			.query((row, index) -> row.getBoolean("success"))
			.list();
	}

	/** Forgets that an objective used a lesson. */
	void erase(ObjectiveId objective) {
		this.jdbc.sql("delete from lesson_use where objective_id = :objective")
			.param("objective", objective.id())
			.update();
	}

	/** Forgets that an objective used a lesson, if nobody said how it went. */
	void eraseUnlabelled(ObjectiveId objective) {
		this.jdbc.sql("delete from lesson_use where objective_id = :objective and success is null")
			.param("objective", objective.id())
			.update();
	}

	/** Forgets all uses of a lesson. */
	void eraseOf(UUID lesson) {
		this.jdbc.sql("delete from lesson_use where lesson_id = :lesson").param("lesson", lesson).update();
	}

	private record ArmCount(ExperimentArm arm, MeasuredEffect.Arm count) {

	}

}
