package dev.babyagi.execution;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A vote is counted when its last ballot is in, and never before.
 */
class BallotCountTests {

	private final Execution execution = ExecutionHistories.following(Plans.think("t1", "Name a city"),
			Plans.think("t2", "Describe it", "t1"));

	private final List<Attempt> ballots = ExecutionHistories.ballots(this.execution, "t1");

	@Test
	void electsNobodyBeforeTheLastBallotIsIn() {
		close(0, ExecutionHistories.answer("Oslo"));
		close(1, ExecutionHistories.answer("Oslo"));
		assertThat(this.execution.run("t1").state()).isEqualTo(TaskState.RUNNING);
		close(2, ExecutionHistories.answer("Rome"));
		assertThat(this.execution.run("t1").state()).isEqualTo(TaskState.SUCCEEDED);
	}

	@Test
	void electsWhatTwoSayWhateverTheOrder() {
		close(2, ExecutionHistories.answer("Oslo"));
		close(0, ExecutionHistories.answer("Rome"));
		close(1, ExecutionHistories.answer("Oslo"));
		assertThat(this.execution.run("t1").artifact()).isEqualTo(TaskFixtures.text("Oslo"));
		assertThat(this.execution.run("t1").verification()).isEqualTo(VerificationLevel.VOTE);
		assertThat(this.execution.run("t2").state()).isEqualTo(TaskState.READY);
	}

	@ParameterizedTest
	@EnumSource(names = { "WRONG", "DECLINED", "UNREACHABLE", "CUT", "OVER_BUDGET", "UNCERTAIN", "FATAL" })
	void electsWhatTwoSayWhateverBecameOfTheThird(AttemptOutcome third) {
		closeAll(ExecutionHistories.answer("Oslo"), ExecutionHistories.failed(third, "Because"),
				ExecutionHistories.answer("Oslo"));
		assertThat(this.execution.run("t1").state()).isEqualTo(TaskState.SUCCEEDED);
	}

	@Test
	void givesUpWhenTheEndpointRefusesEachBallot() {
		AttemptEnd refused = ExecutionHistories.failed(AttemptOutcome.REFUSED, "Filtered");
		closeAll(refused, refused, refused);
		assertThat(this.execution.run("t1").error()).isEqualTo("Filtered");
		assertThat(this.execution.agenda().stall()).isPresent();
		assertThat(this.execution.isRefused("t1")).isTrue();
	}

	@Test
	void countsOneWrongWhenAllDiffer() {
		closeAll(ExecutionHistories.answer("Oslo"), ExecutionHistories.answer("Rome"),
				ExecutionHistories.answer("Bern"));
		assertThat(this.execution.run("t1").state()).isEqualTo(TaskState.RETRYING);
		assertThat(this.execution.run("t1").wrongs()).isEqualTo(1);
		assertThat(this.execution.run("t1").error())
			.isEqualTo("Three answers differ from each other or failed their check");
	}

	@Test
	void saysWhatWasWrongWithTheLastWhenNonePassed() {
		closeAll(wrong("Too short"), wrong("Too long"), wrong("No city"));
		assertThat(this.execution.run("t1").wrongs()).isEqualTo(1);
		assertThat(this.execution.run("t1").error())
			.isEqualTo("None of three answers passed its check; the last: No city");
	}

	@ParameterizedTest
	@CsvSource({ "UNREACHABLE, WAITING, 0", "CUT, READY, 0", "OVER_BUDGET, READY, 0", "UNCERTAIN, READY, 1" })
	void takesAVoteAgainThatNobodyCouldAnswer(AttemptOutcome one, TaskState state, int crashes) {
		closeAll(wrong("Too short"), ExecutionHistories.failed(one, "Because"), wrong("Too long"));
		assertThat(this.execution.run("t1").state()).isEqualTo(state);
		assertThat(this.execution.run("t1").wrongs()).as("wrongs").isZero();
		assertThat(this.execution.run("t1").crashes()).as("crashes").isEqualTo(crashes);
	}

	@Test
	void waitsForTheEndpointBeforeAnythingElse() {
		closeAll(ExecutionHistories.failed(AttemptOutcome.CUT, "Cut"),
				ExecutionHistories.failed(AttemptOutcome.UNREACHABLE, "Down"), wrong("Too short"));
		assertThat(this.execution.run("t1").retryAt()).isEqualTo(ExecutionHistories.NOW.plusSeconds(5));
		assertThat(this.execution.run("t1").outages()).isEqualTo(1);
	}

	@Test
	void countsNoBallotOfAnEarlierVote() {
		closeAll(ExecutionHistories.answer("Oslo"), ExecutionHistories.answer("Rome"),
				ExecutionHistories.answer("Bern"));
		List<Attempt> second = ExecutionHistories.ballots(this.execution, "t1");
		close(second.get(0), ExecutionHistories.answer("Oslo"));
		close(second.get(1), wrong("Too short"));
		close(second.get(2), wrong("Too long"));
		assertThat(this.execution.run("t1").state()).isEqualTo(TaskState.RETRYING);
		assertThat(this.execution.run("t1").wrongs()).isEqualTo(2);
	}

	private void closeAll(AttemptEnd first, AttemptEnd second, AttemptEnd third) {
		close(0, first);
		close(1, second);
		close(2, third);
	}

	private void close(int ballot, AttemptEnd end) {
		close(this.ballots.get(ballot), end);
	}

	private void close(Attempt ballot, AttemptEnd end) {
		this.execution.close(ballot.number(), end, ExecutionHistories.NOW);
	}

	private static AttemptEnd wrong(String reason) {
		return ExecutionHistories.failed(AttemptOutcome.WRONG, reason);
	}

}
