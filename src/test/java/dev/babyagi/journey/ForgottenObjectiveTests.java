package dev.babyagi.journey;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.State;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a wake-up is lost, and an accepted objective waits for ever.
 */
@SpineTest
class ForgottenObjectiveTests {

	@Autowired
	private Sweep sweep;

	@Autowired
	private Outcomes outcomes;

	@Autowired
	private Objectives objectives;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isSweptUpWhenItIsDueAndNobodyWasTold() {
		ObjectiveId id = Submissions.store(this.objectives, this.transaction, "2 + 3");
		assertThat(dispatchRows(id)).isZero();
		this.sweep.run();
		assertThat(this.outcomes.await("default", id, Duration.ofSeconds(30))).isTrue();
		assertThat(this.objectives.find(id, "default").map(Objective::state)).contains(State.COMPLETED);
	}

	@Test
	void isLeftAloneWhileItsTimeHasNotCome() {
		ObjectiveId id = Submissions.store(this.objectives, this.transaction, "2 + 4");
		this.jdbc.sql("update objective set due_at = due_at + interval '1' hour where id = ?").param(id.id()).update();
		this.sweep.run();
		assertThat(dispatchRows(id)).isZero();
	}

	private long dispatchRows(ObjectiveId id) {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(id.id().toString())
			.query(Long.class)
			.single();
	}

}
