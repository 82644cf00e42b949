package dev.babyagi.execution;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.babyagi.language.ModelRole;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaTests {

	private static final Instant NOW = ExecutionHistories.NOW;

	@Test
	void startsWhatDependsOnNothing() {
		Execution execution = ExecutionHistories.following(Plans.diamond());
		assertThat(startable(execution)).containsExactly("t1");
	}

	@Test
	void startsTheLongestPathFirst() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "Alone"), Plans.think("t2", "Short"),
				Plans.think("t3", "Long"), Plans.think("t4", "After t2", "t2"), Plans.think("t5", "After t3", "t3"),
				Plans.think("t6", "After t5", "t5"));
		assertThat(startable(execution)).containsExactly("t3", "t2", "t1");
	}

	@Test
	void startsNothingTwice() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		ExecutionHistories.open(execution, "t2");
		ExecutionHistories.succeed(execution, "t3");
		assertThat(startable(execution)).containsExactly("t1");
	}

	@Test
	void startsAWrongTaskAgain() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", wrong());
		assertThat(startable(execution)).containsExactly("t1");
	}

	@Test
	void startsATaskThatWaitsFromItsInstantOn() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", unreachable());
		assertThat(execution.agenda().startable(NOW.plusSeconds(5).minusNanos(1))).isEmpty();
		assertThat(execution.agenda().startable(NOW.plusSeconds(5))).hasSize(1);
	}

	@Test
	void startsNoSubObjectiveParentOrStalledTaskAsIfItWereWork() {
		Execution execution = ExecutionHistories.following(Plans.subPlan("t1", "An objective of its own"),
				Plans.think("t2", "Divided"), Plans.child("t2-1", "t2"), Plans.think("t3", "Hopeless"));
		execution.exhaust("t3", "Nothing helps");
		assertThat(startable(execution)).containsExactly("t2-1");
	}

	@Test
	void retriesAtTheEarliestInstantOfThoseThatWait() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		assertThat(execution.agenda().nextRetry()).isEmpty();
		ExecutionHistories.attempt(execution, "t1", unreachable());
		ExecutionHistories.attempt(execution, "t1", unreachable());
		ExecutionHistories.attempt(execution, "t2", unreachable());
		assertThat(execution.agenda().nextRetry()).contains(NOW.plusSeconds(5));
	}

	@Test
	void waitsForNothingOnceTheTaskIsTriedAnew() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", unreachable());
		ExecutionHistories.open(execution, "t1");
		assertThat(execution.agenda().nextRetry()).isEmpty();
	}

	@Test
	void tellsOfTheFirstTaskThatNoRungIsLeftFor() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		assertThat(execution.agenda().stall()).isEmpty();
		execution.exhaust("t3", "Not this");
		execution.exhaust("t2", "Nor that");
		assertThat(execution.agenda().stall()).hasValueSatisfying((stall) -> {
			assertThat(stall.task().id()).isEqualTo("t2");
			assertThat(stall.reason()).isEqualTo("Nor that");
		});
	}

	@Test
	void tellsOfAStallEvenWhileTheEndpointIsWaitedFor() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		execution.exhaust("t1", "Nothing helps");
		ExecutionHistories.attempt(execution, "t1", unreachable());
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.WAITING);
		assertThat(execution.agenda().stall()).isPresent();
	}

	@Test
	void tellsOfNoStallBeforeWhatATaskDependsOnIsDone() {
		Execution execution = ExecutionHistories.following(Plans.diamond());
		execution.exhaust("t1", "Nothing helps");
		execution.fail("t1", "Nothing helps", NOW);
		assertThat(execution.agenda().stall()).isEmpty();
	}

	@Test
	void leavesAParentToItsChildren() {
		Execution execution = ExecutionHistories.expanded();
		execution.exhaust("t1", "No answer passed");
		assertThat(execution.agenda().stall()).isEmpty();
	}

	@Test
	void expandsTheFirstSubObjectiveThatIsReady() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "First"),
				Plans.subPlan("t2", "Blocked", "t1"), Plans.subPlan("t3", "Ready"), Plans.subPlan("t4", "Ready too"));
		assertThat(execution.agenda().toBeExpanded().map(Task::id)).contains("t3");
	}

	@Test
	void expandsASubObjectiveOnce() {
		Execution execution = ExecutionHistories.following(Plans.subPlan("t1", "Ready"), Plans.child("t1-1", "t1"));
		assertThat(execution.agenda().toBeExpanded()).isEmpty();
	}

	@Test
	void concludesAParentOnceItsLastChildHasEnded() {
		Execution execution = ExecutionHistories.expanded();
		ExecutionHistories.succeed(execution, "t1-1");
		assertThat(execution.agenda().parentsToConclude(NOW)).isEmpty();
		execution.fail("t1-2", "It cannot be done", NOW);
		assertThat(ExecutionHistories.ids(execution.agenda().parentsToConclude(NOW))).containsExactly("t1");
	}

	@Test
	void concludesAParentOnce() {
		Execution execution = ExecutionHistories.expanded();
		ExecutionHistories.succeed(execution, "t1-1", "t1-2");
		Attempt joining = ExecutionHistories.open(execution, "t1");
		assertThat(execution.agenda().parentsToConclude(NOW)).as("while it is joined").isEmpty();
		execution.close(joining.number(), ExecutionHistories.answer("Both"), NOW);
		assertThat(execution.agenda().parentsToConclude(NOW)).as("once it is joined").isEmpty();
	}

	@Test
	void concludesAParentAgainWhenTheEndpointWasDown() {
		Execution execution = ExecutionHistories.expanded();
		ExecutionHistories.succeed(execution, "t1-1", "t1-2");
		ExecutionHistories.attempt(execution, "t1", unreachable());
		assertThat(execution.agenda().parentsToConclude(NOW)).isEmpty();
		assertThat(execution.agenda().parentsToConclude(NOW.plusSeconds(5))).hasSize(1);
	}

	@Test
	void isDoneOnceEveryTaskHasEnded() {
		Execution execution = ExecutionHistories.following(Plans.fan(2));
		ExecutionHistories.succeed(execution, "t1");
		assertThat(execution.agenda().isDone()).isFalse();
		execution.fail("t2", "It cannot be done", NOW);
		assertThat(execution.agenda().isDone()).isTrue();
	}

	@Test
	void countsATaskUnderWayOnceHoweverManyBallotsItHas() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		ExecutionHistories.ballots(execution, "t1");
		ExecutionHistories.open(execution, "t2");
		ExecutionHistories.succeed(execution, "t3");
		assertThat(execution.agenda().tasksUnderWay()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "PLANNER", "JOINER" })
	void countsNoTaskForAPlannerOrJoiner(ModelRole role) {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		execution.open(role, "t1", 1, 1, ExecutionHistories.RESERVED, NOW);
		assertThat(execution.agenda().tasksUnderWay()).isZero();
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.READY);
	}

	@Test
	void climbsWithTheLastAnswerThatWasWrong() {
		Execution execution = ExecutionHistories.following(Plans.fan(2));
		ExecutionHistories.attempt(execution, "t1", wrong());
		ExecutionHistories.attempt(execution, "t1", ExecutionHistories.failed(AttemptOutcome.CUT, "Cut"));
		ExecutionHistories.attempt(execution, "t2", ExecutionHistories.failed(AttemptOutcome.WRONG, "Another task"));
		assertThat(execution.agenda().nextRung(Plans.fan(2).task("t1")))
			.isEqualTo(new LadderRung.Retry("Said: Too short", "Too short"));
	}

	@Test
	void climbsWithNoAnswerFromBeforeATaskBeganAnew() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", wrong());
		execution.expand("t1", NOW);
		ExecutionHistories.attempt(execution, "t1", ExecutionHistories.failed(AttemptOutcome.WRONG, "Too long"));
		assertThat(execution.agenda().nextRung(Plans.fan(1).task("t1")))
			.isEqualTo(new LadderRung.Retry("Said: Too long", "Too long"));
	}

	@Test
	void hasNothingToDoWithoutAPlan() {
		Agenda agenda = ExecutionHistories.begun().agenda();
		assertThat(agenda.startable(NOW)).isEmpty();
		assertThat(agenda.stall()).isEmpty();
		assertThat(agenda.toBeExpanded()).isEmpty();
		assertThat(agenda.tasksUnderWay()).isZero();
	}

	private static List<String> startable(Execution execution) {
		return ExecutionHistories.ids(execution.agenda().startable(NOW));
	}

	private static AttemptEnd wrong() {
		return ExecutionHistories.failed(AttemptOutcome.WRONG, "Too short");
	}

	private static AttemptEnd unreachable() {
		return ExecutionHistories.failed(AttemptOutcome.UNREACHABLE, "Down");
	}

}
