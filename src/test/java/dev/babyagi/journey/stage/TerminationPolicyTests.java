package dev.babyagi.journey.stage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.execution.TaskState;
import dev.babyagi.integration.Answer;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Order;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link TerminationPolicy}.
 */
class TerminationPolicyTests {

	private static final Instant START = JourneyObjectives.START;

	private static final Plan JOINED = Plans.fan(2);

	private static final Plan NOT_JOINED = Plans.diamond();

	private final TerminationPolicy policy = Journeys.termination();

	// -- time

	@ParameterizedTest
	@CsvSource({ "0, false, false", "89, false, false", "90, true, true", "99, true, true", "100, true, true" })
	void windsDownWithATenthOfTheTimeLeftToJoinIn(int seconds, boolean windingDown, boolean cutting) {
		UnitOfWork work = busy(JOINED, ModelRole.EXECUTOR, seconds);
		this.policy.attend(work);
		assertThat(work.isWindingDown()).isEqualTo(windingDown);
		assertThat(work.isCutting()).isEqualTo(cutting);
		assertThat(work.wakeAt()).isEqualTo(START.plusSeconds(windingDown ? 100 : 90));
	}

	@ParameterizedTest
	@CsvSource({ "90, false", "99, false", "100, true" })
	void leavesTheJoiningCallTheTimeThatIsKeptForIt(int seconds, boolean cutting) {
		UnitOfWork work = busy(JOINED, ModelRole.JOINER, seconds);
		this.policy.attend(work);
		assertThat(work.isWindingDown()).isTrue();
		assertThat(work.isCutting()).isEqualTo(cutting);
		assertThat(this.policy.isOutOfTime(work)).isEqualTo(cutting);
	}

	@ParameterizedTest
	@CsvSource({ "90, false", "99, false", "100, true" })
	void keepsNoTimeWhereNothingIsJoined(int seconds, boolean windingDown) {
		UnitOfWork work = busy(NOT_JOINED, ModelRole.EXECUTOR, seconds);
		this.policy.attend(work);
		assertThat(work.isWindingDown()).isEqualTo(windingDown);
		assertThat(work.wakeAt()).isEqualTo(START.plusSeconds(100));
	}

	@Test
	void endsAtTheDeadlineWhereThatIsSooner() {
		UnitOfWork work = work(NOT_JOINED, limits(START.plusSeconds(20)), START.plusSeconds(20), List.of());
		this.policy.attend(work);
		assertThat(work.objective().stopReason()).isEqualTo(StopReason.DEADLINE);
	}

	// -- orders, refusals, budget

	@Test
	void startsNothingForACanceledObjectiveAndEndsItOnceItsCallsHaveEnded() {
		for (Order.Kind kind : EnumSet.complementOf(EnumSet.of(Order.Kind.WAKE_NEXT))) {
			UnitOfWork busy = canceled(kind, true);
			this.policy.attend(busy);
			assertThat(busy.isStandingStill()).isTrue();
			assertThat(busy.isOver()).isFalse();
			assertThat(busy.isCutting()).as(kind.name()).isEqualTo(kind != Order.Kind.CANCEL_GRACEFULLY);
			UnitOfWork idle = canceled(kind, false);
			this.policy.attend(idle);
			assertThat(idle.objective().state()).isEqualTo(ObjectiveState.CANCELED);
			assertThat(idle.execution().states().values()).containsOnly("canceled");
		}
	}

	@Test
	void saysThatANewerObjectiveTookItsPlaceUnlessAClientCanceledIt() {
		UnitOfWork superseded = canceled(Order.Kind.SUPERSEDE, false);
		this.policy.attend(superseded);
		assertThat(superseded.objective().stopReason()).isEqualTo(StopReason.SUPERSEDED);
	}

	@Test
	void cancelsBeforeAnythingElseCountsThatWouldEndIt() {
		UnitOfWork work = canceled(Order.Kind.CANCEL, false);
		close(work, AttemptOutcome.FATAL, "Wrong key");
		this.policy.attend(work);
		assertThat(work.objective().stopReason()).isEqualTo(StopReason.CANCELED_BY_CLIENT);
	}

	@Test
	void failsOnARefusalOnceTheOtherCallsAreCut() {
		UnitOfWork busy = busy(JOINED, ModelRole.EXECUTOR, 1);
		close(busy, AttemptOutcome.FATAL, "Wrong key");
		this.policy.attend(busy);
		assertThat(busy.isCutting()).isTrue();
		assertThat(busy.isStandingStill()).isTrue();
		assertThat(busy.isOver()).isFalse();
		UnitOfWork idle = idle(JOINED, 1);
		close(idle, AttemptOutcome.FATAL, "Wrong key");
		this.policy.attend(idle);
		assertThat(idle.objective().stopReason()).isEqualTo(StopReason.PROVIDER_UNAVAILABLE);
		assertThat(idle.objective().error()).isEqualTo("{\"type\":\"model-unavailable\",\"detail\":\"Wrong key\"}");
	}

	@Test
	void windsDownWhenACallWasNotCovered() {
		UnitOfWork work = idle(JOINED, 1);
		close(work, AttemptOutcome.OVER_BUDGET, "Too dear");
		this.policy.attend(work);
		assertThat(work.objective().stopReason()).isEqualTo(StopReason.BUDGET_EXHAUSTED);
		assertThat(work.isOver()).isFalse();
	}

	@Test
	void leavesAnObjectiveThatIsOverAlone() {
		UnitOfWork work = canceled(Order.Kind.CANCEL, false);
		work.objective().fail("{}", StopReason.TASK_FAILED, START);
		this.policy.attend(work);
		assertThat(work.objective().state()).isEqualTo(ObjectiveState.FAILED);
	}

	// -- ends

	@Test
	void finishesWithTheReasonThatItWoundDownFor() {
		UnitOfWork full = idle(JOINED, 1);
		this.policy.finish(full, Answer.ofText("Seven", List.of(), List.of()), Completeness.FULL);
		assertThat(full.objective().stopReason()).isEqualTo(StopReason.GOAL_MET);
		assertThat(full.objective().result()).startsWith("{\"answer\":\"Seven\"");
		assertThat(full.execution().run("t1").state()).isEqualTo(TaskState.SKIPPED);
		UnitOfWork partial = idle(JOINED, 1);
		partial.objective().windDown(StopReason.STEP_LIMIT);
		this.policy.finish(partial, Answer.ofText("Seven", List.of(), List.of()), Completeness.PARTIAL);
		assertThat(partial.objective().stopReason()).isEqualTo(StopReason.STEP_LIMIT);
	}

	@ParameterizedTest
	@CsvSource({ "BUDGET_EXHAUSTED, budget-exhausted, budget was used up", "DEADLINE, deadline, time was up",
			"STEP_LIMIT, task-failed, limit of tasks", "STALLED, task-failed, No new plan brought anything new",
			"TASK_FAILED, task-failed, A task failed" })
	void saysWhyThereIsNoAnswer(StopReason reason, String type, String detail) {
		UnitOfWork work = idle(JOINED, 1);
		work.objective().windDown(reason);
		this.policy.failWithoutAnswer(work);
		assertThat(work.objective().state()).isEqualTo(ObjectiveState.FAILED);
		assertThat(work.objective().error()).contains("\"type\":\"" + type + "\"", detail);
		assertThat(work.objective().stopReason()).isEqualTo(reason);
	}

	@Test
	void saysWhyTasksFailed() {
		UnitOfWork work = idle(JOINED, 1);
		work.execution().fail("t1", "Division by zero", START);
		assertThat(this.policy.reasonToStop(work)).isEqualTo("Division by zero");
	}

	@Test
	void waitsForItsCallsBeforeItFails() {
		UnitOfWork work = busy(JOINED, ModelRole.EXECUTOR, 1);
		this.policy.failWithoutAnswer(work);
		assertThat(work.isOver()).isFalse();
	}

	@Test
	void blamesAnEndpointOnlyIfThatWasAwayAtLast() {
		UnitOfWork away = idle(JOINED, 1);
		close(away, AttemptOutcome.UNREACHABLE, "Connection refused");
		away.objective().windDown(StopReason.DEADLINE);
		this.policy.failWithoutAnswer(away);
		assertThat(away.objective().stopReason()).isEqualTo(StopReason.PROVIDER_UNAVAILABLE);
		assertThat(away.objective().error()).contains("model-unavailable", "Connection refused");
		UnitOfWork back = idle(JOINED, 1);
		close(back, AttemptOutcome.UNREACHABLE, "Connection refused");
		close(back, AttemptOutcome.WRONG, "Too short");
		back.objective().windDown(StopReason.DEADLINE);
		this.policy.failWithoutAnswer(back);
		assertThat(back.objective().stopReason()).isEqualTo(StopReason.DEADLINE);
	}

	@Test
	void breaksDownWithoutShowingWhatBroke() {
		UnitOfWork work = busy(JOINED, ModelRole.EXECUTOR, 1);
		this.policy.breakDown(work);
		assertThat(work.isCutting()).isTrue();
		assertThat(work.objective().stopReason()).isEqualTo(StopReason.INTERNAL_ERROR);
		assertThat(work.objective().error()).contains("\"type\":\"internal\"");
	}

	private static UnitOfWork idle(Plan plan, int seconds) {
		return work(plan, limits(null), START.plusSeconds(seconds), List.of());
	}

	private static UnitOfWork busy(Plan plan, ModelRole role, int seconds) {
		UnitOfWork work = idle(plan, seconds);
		open(work, role);
		return work;
	}

	private static UnitOfWork canceled(Order.Kind kind, boolean busy) {
		UnitOfWork work = work(JOINED, limits(null), START, List.of(kind));
		if (busy) {
			open(work, ModelRole.EXECUTOR);
		}
		return work;
	}

	private static int open(UnitOfWork work, ModelRole role) {
		String taskId = (role == ModelRole.EXECUTOR) ? "t1" : null;
		return work.execution().open(role, taskId, 1, 1, ScriptedModel.ESTIMATE, work.now()).number();
	}

	private static void close(UnitOfWork work, AttemptOutcome outcome, String reason) {
		int attempt = work.execution()
			.open(ModelRole.EXECUTOR, "t2", 1, 1, ScriptedModel.ESTIMATE, work.now())
			.number();
		work.close(attempt, AttemptEnd.failed(outcome, reason, null, ModelUsage.NONE));
	}

	private static Limits limits(@Nullable Instant deadline) {
		return new Limits(BigDecimal.ONE, 500_000, 60, 20, 2, Duration.ofSeconds(100), deadline);
	}

	/** A draft of an objective that began at the start. */
	private static UnitOfWork work(Plan plan, Limits limits, Instant now, List<Order.Kind> orders) {
		Objective objective = JourneyObjectives.of("Compare cities", "plan", limits, 8, null).copy();
		objective.begin(START);
		Execution execution = JourneyExecutions.following(objective, plan, START);
		OwnedState owned = new OwnedState(objective, execution, List.of(),
				new Meter(OwnedState.budget(limits), ModelUsage.NONE));
		return UnitOfWork.of(
				owned.heeding(orders.stream().map((kind) -> JourneyObjectives.order(objective, 1, kind)).toList()),
				new ScriptedModel(), now);
	}

}
