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
		Execution execution = ExecutionFixtures.following(Plans.fan(2));
		ExecutionFixtures.succeed(execution, "t1");
		Attempt open = ExecutionFixtures.open(execution, "t2");
		execution.recover(ExecutionFixtures.NOW.plusSeconds(60));
		assertThat(open.outcome()).isEqualTo(AttemptOutcome.UNCERTAIN);
		assertThat(open.closedAt()).isEqualTo(ExecutionFixtures.NOW.plusSeconds(60));
		assertThat(open.used()).isEqualTo(ExecutionFixtures.RESERVED);
		assertThat(execution.used()).isEqualTo(ExecutionFixtures.USED.plus(ExecutionFixtures.RESERVED));
	}

	@Test
	void triesTheTaskAgainAndCountsTheCrash() {
		Execution execution = ExecutionFixtures.following(Plans.fan(1));
		ExecutionFixtures.open(execution, "t1");
		execution.recover(ExecutionFixtures.NOW);
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.READY);
		assertThat(execution.run("t1").crashes()).isEqualTo(1);
		assertThat(execution.run("t1").wrongs()).isZero();
		assertThat(execution.agenda().startable(ExecutionFixtures.NOW)).hasSize(1);
	}

	@Test
	void countsOneCrashForAllBallotsOfAVote() {
		Execution execution = ExecutionFixtures.following(Plans.fan(1));
		ExecutionFixtures.ballots(execution, "t1");
		execution.recover(ExecutionFixtures.NOW);
		assertThat(execution.run("t1").crashes()).isEqualTo(1);
		assertThat(execution.openAttempts()).isEmpty();
	}

	@Test
	void startsATaskAfreshWhoseAttemptWasNeverStored() {
		Execution execution = ExecutionFixtures.following(Plans.tool("t1", "calculator", "{}"));
		execution.open(ModelRole.EXECUTOR, "t1", 1, 1, ModelUsage.NONE, ExecutionFixtures.NOW);
		Execution stored = new Execution(ExecutionFixtures.OBJECTIVE, "acme", execution.plan().orElseThrow(),
				execution.runs(), List.of());
		stored.recover(ExecutionFixtures.NOW);
		assertThat(stored.run("t1").state()).isEqualTo(TaskState.READY);
		assertThat(stored.run("t1").crashes()).isZero();
	}

	@Test
	void leavesAParentToItsChildren() {
		Execution execution = ExecutionFixtures.expanded();
		ExecutionFixtures.succeed(execution, "t1-1");
		ExecutionFixtures.open(execution, "t1-2");
		execution.recover(ExecutionFixtures.NOW);
		assertThat(execution.states()).containsOnly(entry("t1", "running"), entry("t1-1", "succeeded"),
				entry("t1-2", "ready"), entry("t2", "blocked"));
	}

	@Test
	void concludesAParentAgainThatWasBeingJoined() {
		Execution execution = ExecutionFixtures.expanded();
		ExecutionFixtures.succeed(execution, "t1-1", "t1-2");
		ExecutionFixtures.open(execution, "t1");
		execution.recover(ExecutionFixtures.NOW);
		assertThat(ExecutionFixtures.ids(execution.agenda().parentsToConclude(ExecutionFixtures.NOW)))
			.containsExactly("t1");
	}

	@Test
	void closesAPlannersAttemptWithoutTouchingItsTask() {
		Execution execution = ExecutionFixtures.following(Plans.fan(1));
		Attempt planner = execution.open(ModelRole.PLANNER, "t1", 2, 1, ExecutionFixtures.RESERVED,
				ExecutionFixtures.NOW);
		execution.recover(ExecutionFixtures.NOW);
		assertThat(planner.isOpen()).isFalse();
		assertThat(execution.run("t1").crashes()).isZero();
	}

	@Test
	void findsNothingToDoWhenNothingWasOpen() {
		Execution execution = ExecutionFixtures.following(Plans.fan(2));
		ExecutionFixtures.succeed(execution, "t1");
		Execution copy = execution.copy();
		copy.recover(ExecutionFixtures.NOW);
		assertThat(copy.states()).isEqualTo(execution.states());
		assertThat(copy.news()).isEmpty();
	}

}
