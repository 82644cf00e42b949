package dev.babyagi.execution;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs and attempts keep of what they are told, and whether their rows know it.
 */
class StoredRowTests {

	private final TaskRun run = new TaskRun(ExecutionHistories.OBJECTIVE.id(), "t1", "acme", 1, 0);

	private final Attempt attempt = attempt(ExecutionHistories.RESERVED);

	@Test
	void insertsARunOnceAndUpdatesItWhenItChanges() {
		this.run.enter(TaskState.READY);
		assertThat(this.run.rowState()).isEqualTo(RowState.NEW);
		this.run.stored();
		assertThat(this.run.copy().rowState()).isEqualTo(RowState.STORED);
		this.run.start(1, ExecutionHistories.NOW);
		assertThat(this.run.rowState()).isEqualTo(RowState.CHANGED);
	}

	@Test
	void updatesAnAttemptWhenItIsClosed() {
		assertThat(this.attempt.rowState()).isEqualTo(RowState.NEW);
		this.attempt.loaded();
		this.attempt.close(ExecutionHistories.answer("Oslo"), ExecutionHistories.NOW);
		assertThat(this.attempt.rowState()).isEqualTo(RowState.CHANGED);
	}

	@Test
	void isBoughtWhenAnythingWasSetAside() {
		assertThat(this.attempt.isBought()).isTrue();
		assertThat(attempt(ModelUsage.NONE).isBought()).isFalse();
	}

	@Test
	void usesNothingWhileItIsOpen() {
		assertThat(this.attempt.used()).isEqualTo(ModelUsage.NONE);
		assertThat(this.attempt.reserved()).isEqualTo(ExecutionHistories.RESERVED);
	}

	@Test
	void keepsWhatWasSetAsideOnceItIsClosed() {
		this.attempt.close(ExecutionHistories.answer("Oslo"), ExecutionHistories.NOW);
		assertThat(this.attempt.used()).isEqualTo(ExecutionHistories.USED);
		assertThat(this.attempt.reserved()).isEqualTo(new ModelUsage(0, 1000, 500, new BigDecimal("0.10")));
	}

	@Test
	void votesWithACheckedArtifactOnly() {
		this.attempt.close(ExecutionHistories.answer("Oslo"), ExecutionHistories.NOW);
		assertThat(this.attempt.passed())
			.isEqualTo(new CheckedAnswer.Passed(TaskFixtures.text("Oslo"), VerificationLevel.NONE));
		this.attempt.close(AttemptEnd.replied("Oslo", ModelUsage.NONE), ExecutionHistories.NOW);
		assertThat(this.attempt.passed()).isNull();
	}

	@Test
	void cutsReasonsAndAnswersToTheLengthOfTheirColumns() {
		AttemptEnd end = AttemptEnd.failed(AttemptOutcome.WRONG, "r".repeat(2001), "a".repeat(1_000_001),
				ModelUsage.NONE);
		this.attempt.close(end, ExecutionHistories.NOW);
		this.run.note("r".repeat(2001));
		assertThat(this.attempt.reason()).hasSize(2000);
		assertThat(this.attempt.answer()).hasSize(1_000_000);
		assertThat(this.run.error()).hasSize(2000);
	}

	@Test
	void tellsWhetherAStateIsAnother() {
		assertThat(this.run.enter(TaskState.READY)).isTrue();
		assertThat(this.run.enter(TaskState.READY)).isFalse();
	}

	@Test
	void forgetsTheInstantOfARetryOnceItIsTriedOrEnds() {
		this.run.awaitEndpoint("Down", ExecutionHistories.NOW);
		this.run.start(2, ExecutionHistories.NOW);
		assertThat(this.run.retryAt()).isNull();
		this.run.awaitEndpoint("Down", ExecutionHistories.NOW);
		this.run.end(ExecutionHistories.NOW);
		assertThat(this.run.retryAt()).isNull();
	}

	private static Attempt attempt(ModelUsage reserved) {
		return new Attempt(new Attempt.Key(ExecutionHistories.OBJECTIVE.id(), 1), "acme", ModelRole.EXECUTOR, "t1", 1,
				1, reserved, ExecutionHistories.NOW);
	}

}
