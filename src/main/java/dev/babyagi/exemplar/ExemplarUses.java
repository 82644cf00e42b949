package dev.babyagi.exemplar;

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
 * Which exemplar was chosen for which objective, and what feedback says of the objective.
 */
@Component
public class ExemplarUses {

	private final JdbcClient jdbc;

	ExemplarUses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Finds what was chosen for an objective. */
	public Optional<Use> find(ObjectiveId objective) {
		return this.jdbc.sql("select exemplar_id, arm, reused from exemplar_use where objective_id = :objective")
			.param("objective", objective.id())
			.query((row, index) -> new Use(row.getObject("exemplar_id", UUID.class),
					ExperimentArm.valueOf(row.getString("arm")), row.getBoolean("reused")))
			.optional();
	}

	/**
	 * Stores the choice for an objective, in the commit before its first call. Storing it
	 * again has no effect.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Objective objective, ExemplarChoice choice, boolean reused, Instant now) {
		if (find(objective.id()).isPresent()) {
			return;
		}
		this.jdbc.sql("""
				insert into exemplar_use (objective_id, exemplar_id, tenant, arm, reused, used_at)
				values (:objective, :exemplar, :tenant, :arm, :reused, :now)""")
			.param("objective", objective.id().id())
			.param("exemplar", choice.exemplar())
			.param("tenant", objective.tenant())
			.param("arm", choice.arm().name())
			.param("reused", reused)
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
		this.jdbc.sql("update exemplar_use set success = :success, labelled_at = :now where objective_id = :objective")
			.param("success", success)
			.param("now", Timestamp.from(now))
			.param("objective", objective.id())
			.update();
	}

	/** Counts what came of the uses of an exemplar. */
	MeasuredEffect effect(UUID exemplar) {
		return this.jdbc.sql("""
				select arm, count(*) as uses, count(success) as labelled,
				count(case when success then 1 end) as successes
				from exemplar_use where exemplar_id = :exemplar group by arm""")
			.param("exemplar", exemplar)
			.query((row, index) -> new ArmCount(ExperimentArm.valueOf(row.getString("arm")),
					new MeasuredEffect.Arm(row.getInt("labelled"), row.getInt("successes"),
							row.getInt("uses") - row.getInt("labelled"))))
			.list()
			.stream()
			.reduce(MeasuredEffect.NONE, (effect, counted) -> effect.with(counted.arm(), counted.count()),
					(one, other) -> other);
	}

	/** How many objectives took the plan of an exemplar without a planner. */
	int reuses(UUID exemplar) {
		return this.jdbc.sql("select count(*) from exemplar_use where exemplar_id = :exemplar and reused")
			.param("exemplar", exemplar)
			.query(Integer.class)
			.single();
	}

	/** What feedback says of the labelled uses of an exemplar, the latest first. */
	List<Boolean> latest(UUID exemplar, int limit) {
		return this.jdbc.sql("""
				select success from exemplar_use
				where exemplar_id = :exemplar and arm = 'WITH' and success is not null
				order by used_at desc, objective_id desc fetch first :limit rows only""")
			.param("exemplar", exemplar)
			.param("limit", limit)
			.query((row, index) -> row.getBoolean("success"))
			.list();
	}

	/** Forgets that an objective used an exemplar. */
	void erase(ObjectiveId objective) {
		this.jdbc.sql("delete from exemplar_use where objective_id = :objective")
			.param("objective", objective.id())
			.update();
	}

	/** Forgets that an objective used an exemplar, if nobody said how it went. */
	void eraseUnlabelled(ObjectiveId objective) {
		this.jdbc.sql("delete from exemplar_use where objective_id = :objective and success is null")
			.param("objective", objective.id())
			.update();
	}

	/** Forgets all uses of an exemplar. */
	void eraseOf(UUID exemplar) {
		this.jdbc.sql("delete from exemplar_use where exemplar_id = :exemplar").param("exemplar", exemplar).update();
	}

	/**
	 * The exemplar that was chosen for an objective.
	 *
	 * @param exemplar its id
	 * @param arm whether the objective got it
	 * @param reused whether its plan was taken without a planner
	 */
	public record Use(UUID exemplar, ExperimentArm arm, boolean reused) {

	}

	private record ArmCount(ExperimentArm arm, MeasuredEffect.Arm count) {

	}

}
