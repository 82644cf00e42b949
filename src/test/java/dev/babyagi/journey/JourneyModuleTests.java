package dev.babyagi.journey;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import dev.babyagi.OwnDatabase;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The module with what lies below it, and without the roof.
 */
@OwnDatabase
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class JourneyModuleTests {

	@Autowired
	private ObjectiveIntake acceptance;

	@Autowired
	private CompletionAwaiter outcomes;

	@Autowired
	private Objectives objectives;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void goesTheWholeWayThoughNobodyListens() {
		Objective accepted = this.acceptance.accept("default", Submissions.of("(1 + 2) * (3 + 4)"));
		assertThat(this.outcomes.end("default", accepted.id())).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
		Objective ended = this.objectives.find(accepted.id(), "default").orElseThrow();
		assertThat(ended.state()).isEqualTo(ObjectiveState.COMPLETED);
		assertThat(ended.result()).contains("21");
		assertThat(this.jdbc.sql("select count(*) from journal_entry").query(Long.class).single()).isZero();
	}

	@Test
	void storesNothingOfWhatNobodyHereCouldSolve() {
		assertThatExceptionOfType(ModelNotConfigured.class)
			.isThrownBy(() -> this.acceptance.accept("default", Submissions.of("Write a poem about the sea")));
		assertThat(this.jdbc.sql("select count(*) from objective where text like 'Write%'").query(Long.class).single())
			.isZero();
	}

}
