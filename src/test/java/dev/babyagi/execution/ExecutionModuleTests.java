package dev.babyagi.execution;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Submission;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module with what lies below it.
 */
@OwnDatabase
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "objective")
class ExecutionModuleTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Plan PLAN = Plans.diamond();

	@Autowired
	private Executions executions;

	@Autowired
	private Objectives objectives;

	@Autowired
	private TransactionTemplate transaction;

	private Objective objective;

	@BeforeEach
	void setUp() {
		Limits limits = new Limits(BigDecimal.ONE, 1000, 10, 5, 1, Duration.ofMinutes(1), null);
		Submission submission = new Submission("Describe it", new ContextId(UUID.randomUUID()), null, "auto", limits, 1,
				5, null, Map.of());
		this.objective = Objects
			.requireNonNull(this.transaction.execute((status) -> this.objectives.submit("default", submission)));
	}

	@Test
	void readsBackWhatWasRecorded() {
		Execution execution = this.executions.begin(this.objective);
		execution.follow(PLAN, NOW);
		Attempt attempt = open(execution);
		execution.close(attempt.number(), AttemptEnd.failed(AttemptOutcome.WRONG, "Too short", "Hm", ModelUsage.NONE),
				NOW);
		record(execution);
		Execution stored = this.executions.find(this.objective, PLAN);
		assertThat(stored.run("t1").state()).isEqualTo(TaskState.RETRYING);
		assertThat(stored.attempts()).singleElement().satisfies((read) -> {
			assertThat(read.outcome()).isEqualTo(AttemptOutcome.WRONG);
			assertThat(read.answer()).isEqualTo("Hm");
		});
	}

	@Test
	void writesAnAttemptThatIsClosedLaterOnce() {
		Execution execution = this.executions.begin(this.objective);
		execution.follow(PLAN, NOW);
		Attempt attempt = open(execution);
		record(execution);
		assertThat(this.executions.find(this.objective, PLAN).openAttempts()).hasSize(1);
		execution.close(attempt.number(), AttemptEnd.failed(AttemptOutcome.WRONG, "Too short", "Hm", ModelUsage.NONE),
				NOW);
		record(execution);
		assertThat(this.executions.find(this.objective, PLAN).attempts()).singleElement()
			.satisfies((read) -> assertThat(read.isOpen()).isFalse());
	}

	@Test
	void closesWhatADeadProcessLeftOpenAsUncertain() {
		Execution execution = this.executions.begin(this.objective);
		execution.follow(PLAN, NOW);
		open(execution);
		record(execution);
		this.transaction.executeWithoutResult((status) -> this.executions.takeOver(this.objective, PLAN, NOW));
		assertThat(this.executions.find(this.objective, PLAN).attempts()).extracting(Attempt::outcome)
			.containsExactly(AttemptOutcome.UNCERTAIN);
	}

	private static Attempt open(Execution execution) {
		return execution.open(ModelRole.EXECUTOR, "t1", 1, 1, new ModelUsage(1, 100, 100, BigDecimal.ZERO), NOW);
	}

	private void record(Execution execution) {
		this.transaction.executeWithoutResult((status) -> this.executions.record(execution));
		this.executions.recorded(execution);
	}

}
