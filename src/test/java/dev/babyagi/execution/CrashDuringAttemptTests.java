package dev.babyagi.execution;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * A process dies in the middle of attempts: what it left is booked and tried again.
 */
class CrashDuringAttemptTests {

	@Test
	void booksWhatWasOpenAtItsReservation() {
		Execution execution = ExecutionHistories.following(Plans.fan(2));
		ExecutionHistories.succeed(execution, "t1");
		Attempt open = ExecutionHistories.open(execution, "t2");
		execution.recover(ExecutionHistories.NOW.plusSeconds(60));
		assertThat(open.outcome()).isEqualTo(AttemptOutcome.UNCERTAIN);
		assertThat(open.closedAt()).isEqualTo(ExecutionHistories.NOW.plusSeconds(60));
		assertThat(open.used()).isEqualTo(ExecutionHistories.RESERVED);
		assertThat(execution.used()).isEqualTo(ExecutionHistories.USED.plus(ExecutionHistories.RESERVED));
	}

	@Test
	void triesTheTaskAgainAndCountsTheCrash() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.open(execution, "t1");
		execution.recover(ExecutionHistories.NOW);
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.READY);
		assertThat(execution.run("t1").crashes()).isEqualTo(1);
		assertThat(execution.run("t1").wrongs()).isZero();
		assertThat(execution.agenda().startable(ExecutionHistories.NOW)).hasSize(1);
	}

	@Test
	void countsOneCrashForAllBallotsOfAVote() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.ballots(execution, "t1");
		execution.recover(ExecutionHistories.NOW);
		assertThat(execution.run("t1").crashes()).isEqualTo(1);
		assertThat(execution.openAttempts()).isEmpty();
	}

	/** An attempt that buys nothing has no row while it is open. */
	@Test
	void numbersAttemptsAfterTheGreatestNumberThatIsStored() {
		Execution execution = ExecutionHistories.following(Plans.tool("t1", "calculator", "{}"),
				Plans.think("t2", "Think"));
		execution.open(ModelRole.EXECUTOR, "t1", 1, 1, ModelUsage.NONE, ExecutionHistories.NOW);
		ExecutionHistories.open(execution, "t2");
		Execution taken = JourneyExecutions.takenOver(execution, ExecutionHistories.NOW);
		Attempt next = ExecutionHistories.open(taken, "t2");
		assertThat(next.number()).isEqualTo(3);
		assertThat(taken.close(3, AttemptEnd.failed(AttemptOutcome.CUT, "Cut", null, ModelUsage.NONE),
				ExecutionHistories.NOW))
			.isTrue();
		assertThat(next.isOpen()).isFalse();
	}

	@Test
	void startsATaskAfreshWhoseAttemptWasNeverStored() {
		Execution execution = ExecutionHistories.following(Plans.tool("t1", "calculator", "{}"));
		execution.open(ModelRole.EXECUTOR, "t1", 1, 1, ModelUsage.NONE, ExecutionHistories.NOW);
		Execution stored = new Execution(ExecutionHistories.OBJECTIVE, "acme", execution.plan().orElseThrow(),
				execution.runs(), List.of());
		stored.recover(ExecutionHistories.NOW);
		assertThat(stored.run("t1").state()).isEqualTo(TaskState.READY);
		assertThat(stored.run("t1").crashes()).isZero();
	}

	@Test
	void leavesAParentToItsChildren() {
		Execution execution = ExecutionHistories.expanded();
		ExecutionHistories.succeed(execution, "t1-1");
		ExecutionHistories.open(execution, "t1-2");
		execution.recover(ExecutionHistories.NOW);
		assertThat(execution.states()).containsOnly(entry("t1", "running"), entry("t1-1", "succeeded"),
				entry("t1-2", "ready"), entry("t2", "blocked"));
	}

	@Test
	void concludesAParentAgainThatWasBeingJoined() {
		Execution execution = ExecutionHistories.expanded();
		ExecutionHistories.succeed(execution, "t1-1", "t1-2");
		ExecutionHistories.open(execution, "t1");
		execution.recover(ExecutionHistories.NOW);
		assertThat(ExecutionHistories.ids(execution.agenda().parentsToConclude(ExecutionHistories.NOW)))
			.containsExactly("t1");
	}

	@Test
	void closesAPlannersAttemptWithoutTouchingItsTask() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		Attempt planner = execution.open(ModelRole.PLANNER, "t1", 2, 1, ExecutionHistories.RESERVED,
				ExecutionHistories.NOW);
		execution.recover(ExecutionHistories.NOW);
		assertThat(planner.isOpen()).isFalse();
		assertThat(execution.run("t1").crashes()).isZero();
	}

	@Test
	void findsNothingToDoWhenNothingWasOpen() {
		Execution execution = ExecutionHistories.following(Plans.fan(2));
		ExecutionHistories.succeed(execution, "t1");
		Execution copy = execution.copy();
		copy.recover(ExecutionHistories.NOW);
		assertThat(copy.states()).isEqualTo(execution.states());
		assertThat(copy.news()).isEmpty();
	}

}
