package dev.babyagi.journey;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.drive.OrphanSweep;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a wake-up is lost, and an accepted objective waits for ever.
 */
@ServiceWithoutTimersTest
@ExtendWith(OutputCaptureExtension.class)
class ForgottenObjectiveTests {

	@Autowired
	private OrphanSweep sweep;

	@Autowired
	private Dispatch dispatch;

	@Autowired
	private CompletionAwaiter outcomes;

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
		assertThat(this.outcomes.end("default", id)).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
		assertThat(this.objectives.find(id, "default").map(Objective::state)).contains(ObjectiveState.COMPLETED);
	}

	@Test
	void isLeftAloneWhileItsTimeHasNotCome() {
		ObjectiveId id = Submissions.store(this.objectives, this.transaction, "2 + 4");
		this.jdbc.sql("update objective set due_at = due_at + interval '1' hour where id = ?").param(id.id()).update();
		this.sweep.run();
		assertThat(dispatchRows(id)).isZero();
	}

	@Test
	void isSweptUpWhenItsRowIsNotDueYet(CapturedOutput output) {
		ObjectiveId id = Submissions.store(this.objectives, this.transaction, "2 + 5");
		addRow(id, Instant.now().plus(Duration.ofHours(1)), false);
		this.sweep.run();
		assertThat(output).contains("Objective " + id + " is scheduled again");
		assertThat(this.outcomes.end("default", id)).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isLeftAloneWhileItsRowIsPickedOrDue(boolean picked, CapturedOutput output) {
		this.dispatch.pause();
		try {
			ObjectiveId id = Submissions.store(this.objectives, this.transaction, "2 + 6");
			addRow(id, Instant.now().plusSeconds(picked ? 3600 : -1), picked);
			this.sweep.run();
			assertThat(output).doesNotContain("Objective " + id + " is scheduled again");
		}
		finally {
			this.dispatch.resume();
		}
	}

	/** As another replica has written it. */
	private void addRow(ObjectiveId id, Instant at, boolean picked) {
		this.jdbc.sql("""
				insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_heartbeat, version)
				values ('objective', ?, ?, ?, ?, 1)""")
			.params(id.id().toString(), Timestamp.from(at), picked, Timestamp.from(Instant.now()))
			.update();
	}

	private long dispatchRows(ObjectiveId id) {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(id.id().toString())
			.query(Long.class)
			.single();
	}

}
