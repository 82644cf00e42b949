package dev.babyagi.journey.work;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.execution.TaskState;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.ObjectiveUsage;
import dev.babyagi.objective.Order;
import dev.babyagi.objective.Progress;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link UnitOfWork} and {@link OwnedState}.
 */
class UnitOfWorkTests {

	private static final Instant NOW = JourneyObjectives.START;

	private static final ModelRequest ASK = ModelRequest.of(ModelRole.EXECUTOR, "", "", ReplyForm.TEXT);

	private final ScriptedModel model = new ScriptedModel();

	// -- asking

	@Test
	void setsAsideTheWorstCaseOfACallBeforeItIsMade() {
		OwnedState owned = owned(JourneyObjectives.LIMITS, Plans.diamond());
		UnitOfWork work = draft(owned);
		assertThat(ask(work, ModelRole.EXECUTOR)).isTrue();
		assertThat(owned.meter().promised()).isEqualTo(ScriptedModel.ESTIMATE);
		assertThat(owned.meter().spent()).isEqualTo(ModelUsage.NONE);
		assertThat(work.starts()).singleElement().satisfies((start) -> {
			assertThat(start.attempt().reserved()).isEqualTo(ScriptedModel.ESTIMATE);
			assertThat(start.attempt().isOpen()).isTrue();
		});
		assertThat(work.execution().run("t1").state()).isEqualTo(TaskState.RUNNING);
	}

	@Test
	void opensNothingThatTheBudgetDoesNotCover() {
		OwnedState owned = owned(limits(2, 500_000, BigDecimal.ONE), Plans.diamond());
		UnitOfWork work = draft(owned);
		assertThat(ask(work, ModelRole.EXECUTOR)).isTrue();
		assertThat(ask(work, ModelRole.EXECUTOR)).isTrue();
		assertThat(ask(work, ModelRole.EXECUTOR)).isFalse();
		assertThat(work.starts()).hasSize(2);
		assertThat(work.execution().attempts()).hasSize(2);
	}

	@Test
	void keepsOneCallForTheJoiningOneWhereThereWillBeOne() {
		UnitOfWork work = draft(owned(limits(2, 500_000, BigDecimal.ONE), Plans.fan(2)));
		assertThat(ask(work, ModelRole.EXECUTOR)).isTrue();
		assertThat(ask(work, ModelRole.EXECUTOR)).as("the last call is kept").isFalse();
		assertThat(ask(work, ModelRole.PLANNER)).as("the last call is kept").isFalse();
		assertThat(ask(work, ModelRole.JOINER)).as("for this one").isTrue();
	}

	@Test
	void keepsATenthOfTokensAndMoneyForTheJoiningCall() {
		UnitOfWork byTokens = draft(owned(limits(60, 333, BigDecimal.ONE), Plans.fan(2)));
		assertThat(ask(byTokens, ModelRole.EXECUTOR)).as("300 of 333 and 33 kept").isTrue();
		UnitOfWork tooFewTokens = draft(owned(limits(60, 332, BigDecimal.ONE), Plans.fan(2)));
		assertThat(ask(tooFewTokens, ModelRole.EXECUTOR)).isFalse();
		UnitOfWork byMoney = draft(owned(limits(60, 500_000, new BigDecimal("0.0021")), Plans.fan(2)));
		assertThat(ask(byMoney, ModelRole.EXECUTOR)).as("0.002 of 0.0021 and 0.00021 kept").isFalse();
		assertThat(ask(byMoney, ModelRole.JOINER)).isTrue();
		UnitOfWork noJoining = draft(owned(limits(60, 500_000, new BigDecimal("0.0021")), Plans.diamond()));
		assertThat(ask(noJoining, ModelRole.EXECUTOR)).as("nothing is joined").isTrue();
	}

	@Test
	void givesBackWhatWasSetAsideForCallsThatAreNotMade() {
		OwnedState owned = owned(JourneyObjectives.LIMITS, Plans.fan(2));
		UnitOfWork work = draft(owned);
		ask(work, ModelRole.EXECUTOR);
		ask(work, ModelRole.EXECUTOR);
		work.use("t2", 1, 1, () -> AttemptEnd.replied("", ModelUsage.NONE));
		work.discard();
		assertThat(owned.meter().promised()).isEqualTo(ModelUsage.NONE);
		work.discard();
		assertThat(owned.meter().promised()).isEqualTo(ModelUsage.NONE);
	}

	@Test
	void costsTheObjectiveNothingUnlessItIsKept() {
		OwnedState owned = owned(JourneyObjectives.LIMITS, Plans.diamond());
		UnitOfWork work = draft(owned);
		ask(work, ModelRole.EXECUTOR);
		work.objective().windDown(StopReason.DEADLINE);
		assertThat(owned.objective().state()).isEqualTo(ObjectiveState.SUBMITTED);
		assertThat(owned.objective().stopReason()).isNull();
		assertThat(owned.execution().attempts()).isEmpty();
		assertThat(owned.execution().run("t1").state()).isEqualTo(TaskState.READY);
		assertThat(owned.with(work).execution().openAttempts()).hasSize(1);
	}

	@Test
	void saysWhatIsLeftOfTheBudgetAndNeverLessThanNothing() {
		OwnedState owned = owned(limits(1, 150, new BigDecimal("0.0015")), Plans.diamond());
		UnitOfWork work = draft(owned);
		close(work, AttemptEnd.replied("a", ScriptedModel.USED));
		assertThat(work.remaining()).isEqualTo(new Meter.Budget(0, 40, new BigDecimal("0.0005")));
		close(work, AttemptEnd.replied("a", ScriptedModel.USED));
		assertThat(work.remaining()).isEqualTo(new Meter.Budget(0, 0, BigDecimal.ZERO));
	}

	// -- waking and summing up

	@Test
	void wakesAtTheEarliestInstantThatSomebodyNamed() {
		UnitOfWork work = draft(owned(JourneyObjectives.LIMITS, Plans.diamond()));
		assertThat(work.wakeAt()).isEqualTo(Instant.MAX);
		work.wakeAt(NOW.plusSeconds(20));
		work.wakeAt(NOW.plusSeconds(10));
		work.wakeAt(NOW.plusSeconds(30));
		assertThat(work.wakeAt()).isEqualTo(NOW.plusSeconds(10));
	}

	@Test
	void sumsUpWhatItsAttemptsUsedAndWhereItsTasksStand() {
		UnitOfWork work = draft(owned(JourneyObjectives.LIMITS, Plans.fan(6)));
		Execution execution = work.execution();
		close(work, AttemptEnd.failed(AttemptOutcome.WRONG, "Bad", "b", ScriptedModel.USED));
		JourneyExecutions.succeed(execution, "t2", "done", NOW);
		execution.fail("t3", "No", NOW);
		execution.open(ModelRole.EXECUTOR, "t4", 1, 1, ScriptedModel.ESTIMATE, NOW);
		execution.open(ModelRole.EXECUTOR, "t5", 1, 1, ScriptedModel.ESTIMATE, NOW);
		work.sumUp();
		assertThat(work.objective().progress()).as("t1 is tried again, t4 and t5 run, t6 waits")
			.isEqualTo(new Progress(6, 1, 3, 1, 0));
		assertThat(work.objective().spending()).as("what is under way is not spent yet")
			.isEqualTo(new ObjectiveUsage(1, 100, 10, new BigDecimal("0.001")));
		execution.endAll(TaskState.CANCELED, NOW);
		work.sumUp();
		assertThat(work.objective().progress()).isEqualTo(new Progress(6, 1, 0, 1, 4));
	}

	@Test
	void sumsUpNoTasksBeforeThereIsAPlan() {
		Objective objective = JourneyObjectives.planned("Anything");
		UnitOfWork work = draft(owned(objective, JourneyExecutions.begin(objective)));
		work.sumUp();
		assertThat(work.objective().progress()).isEqualTo(Progress.NONE);
		assertThat(work.plan()).isEmpty();
	}

	// -- whether there is anything to record

	@Test
	void recordsThatWorkBegan() {
		assertThat(draft(owned(JourneyObjectives.LIMITS, Plans.diamond())).isChanged()).isTrue();
	}

	@Test
	void recordsNothingWhenNothingHappened() {
		UnitOfWork work = begun();
		assertThat(work.isChanged()).isFalse();
		work.wakeAt(NOW);
		work.cut();
		work.standStill();
		assertThat(work.isChanged()).as("looking changes nothing").isFalse();
	}

	@Test
	void recordsEachKindOfChange() {
		UnitOfWork asked = begun();
		ask(asked, ModelRole.PLANNER);
		assertThat(asked.isChanged()).isTrue();
		UnitOfWork closed = draft(begun(asked));
		assertThat(closed.isChanged()).isFalse();
		closed.close(1, AttemptEnd.replied("a", ModelUsage.NONE));
		assertThat(closed.isChanged()).isTrue();
		UnitOfWork adopted = begun();
		adopted.adopt(Plans.fan(1));
		assertThat(adopted.isChanged()).isTrue();
		assertThat(adopted.revisions()).containsExactly(Plans.fan(1));
		UnitOfWork waiting = begun();
		waiting.objective().await(NOW);
		assertThat(waiting.isChanged()).isTrue();
		UnitOfWork windingDown = begun();
		windingDown.objective().windDown(StopReason.DEADLINE);
		assertThat(windingDown.isChanged()).isTrue();
		UnitOfWork failed = begun();
		failed.execution().fail("t1", "No", NOW);
		assertThat(failed.isChanged()).isTrue();
	}

	@Test
	void hearsTheEndOfAnAttemptOnce() {
		UnitOfWork asked = begun();
		ask(asked, ModelRole.EXECUTOR);
		UnitOfWork first = draft(begun(asked));
		first.close(1, AttemptEnd.failed(AttemptOutcome.WRONG, "Bad", "b", ModelUsage.NONE));
		UnitOfWork second = draft(begun(first));
		second.close(1, AttemptEnd.failed(AttemptOutcome.FATAL, "Too late", null, ModelUsage.NONE));
		assertThat(second.isChanged()).isFalse();
		assertThat(second.execution().attempts().getFirst().outcome()).isEqualTo(AttemptOutcome.WRONG);
	}

	// -- what a driver holds

	@Test
	void heedsOrdersOnceAndInOrder() {
		Objective objective = JourneyObjectives.planned("Anything");
		OwnedState owned = owned(objective, JourneyExecutions.begin(objective));
		Order first = JourneyObjectives.order(objective, 1, Order.Kind.CANCEL_GRACEFULLY);
		Order second = JourneyObjectives.order(objective, 2, Order.Kind.CANCEL);
		OwnedState heeding = owned.heeding(List.of(first));
		assertThat(heeding.orders()).containsExactly(first);
		assertThat(heeding.objective().ordersSeen()).isEqualTo(1);
		OwnedState again = heeding.heeding(List.of(first, second));
		assertThat(again.orders()).containsExactly(first, second);
		assertThat(again.objective().ordersSeen()).isEqualTo(2);
		assertThat(again.heeding(List.of(second, first)).orders()).containsExactly(first, second);
		assertThat(owned.orders()).as("what is held is not changed").isEmpty();
		assertThat(owned.objective().ordersSeen()).isZero();
	}

	@Test
	void knowsWhatItWasOrdered() {
		Objective objective = JourneyObjectives.planned("Anything");
		OwnedState owned = owned(objective, JourneyExecutions.begin(objective))
			.heeding(List.of(JourneyObjectives.order(objective, 1, Order.Kind.CANCEL_GRACEFULLY)));
		assertThat(draft(owned).isOrdered(Order.Kind.CANCEL_GRACEFULLY)).isTrue();
		assertThat(draft(owned).isOrdered(Order.Kind.CANCEL)).isFalse();
	}

	private boolean ask(UnitOfWork work, ModelRole role) {
		String taskId = (role == ModelRole.EXECUTOR) ? "t1" : null;
		return work.ask(role, taskId, 1, 1, ASK, (meter, reservation) -> AttemptEnd.replied("", ModelUsage.NONE));
	}

	/** Asks about the first task, and is answered. */
	private void close(UnitOfWork work, AttemptEnd end) {
		int attempt = work.execution().open(ModelRole.EXECUTOR, "t1", 1, 1, ScriptedModel.ESTIMATE, NOW).number();
		work.close(attempt, end);
	}

	/** A draft of an objective at work, of which all is recorded. */
	private UnitOfWork begun() {
		return draft(begun(draft(owned(JourneyObjectives.LIMITS, Plans.diamond()))));
	}

	private static OwnedState begun(UnitOfWork recorded) {
		recorded.objective().recorded();
		return owned(recorded.objective(), recorded.execution());
	}

	private UnitOfWork draft(OwnedState owned) {
		return UnitOfWork.of(owned, this.model, NOW);
	}

	private static OwnedState owned(Limits limits, Plan plan) {
		Objective objective = JourneyObjectives.of("Compare three cities", "plan", limits, 8, null);
		return owned(objective, JourneyExecutions.following(objective, plan, NOW));
	}

	private static OwnedState owned(Objective objective, Execution execution) {
		return new OwnedState(objective, execution, List.of(),
				new Meter(OwnedState.budget(objective.limits()), execution.used()));
	}

	private static Limits limits(int calls, long tokens, BigDecimal costUsd) {
		return new Limits(costUsd, tokens, calls, 20, 2, Duration.ofMinutes(15), null);
	}

}
