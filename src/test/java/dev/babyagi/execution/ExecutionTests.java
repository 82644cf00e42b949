package dev.babyagi.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

/**
 * What attempts and revisions make of the tasks of a plan.
 */
class ExecutionTests {

	private static final Instant NOW = ExecutionHistories.NOW;

	private static final Instant LATER = NOW.plusSeconds(60);

	@Test
	void isReadyWhereNothingIsWaitedFor() {
		Execution execution = ExecutionHistories.begun();
		execution.follow(Plans.diamond(), NOW);
		assertThat(execution.states()).containsExactly(entry("t1", "ready"), entry("t2", "blocked"),
				entry("t3", "blocked"), entry("t4", "blocked"), entry("t5", "blocked"));
		assertThat(execution.news()).containsExactly(news("t1", TaskState.READY, 0));
	}

	@Test
	void makesATaskReadyOnceAllItDependsOnIsDone() {
		Execution execution = ExecutionHistories.following(Plans.diamond());
		ExecutionHistories.succeed(execution, "t1", "t2", "t3");
		assertThat(execution.run("t5").state()).isEqualTo(TaskState.BLOCKED);
		ExecutionHistories.succeed(execution, "t4");
		assertThat(execution.run("t5").state()).isEqualTo(TaskState.READY);
	}

	@Test
	void tellsWhatHappenedInOrder() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "First"),
				Plans.think("t2", "Second", "t1"));
		ExecutionHistories.succeed(execution, "t1");
		assertThat(execution.news()).containsExactly(news("t1", TaskState.RUNNING, 1),
				news("t1", TaskState.SUCCEEDED, 1), news("t2", TaskState.READY, 0));
	}

	@Test
	void skipsWhatARevisionDropsAndKeepsWhatHasEnded() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		ExecutionHistories.succeed(execution, "t1");
		execution.follow(ExecutionHistories.plan(2, Plans.think("t3", "Stays"), Plans.think("t4", "New", "t3")), LATER);
		assertThat(execution.states()).containsExactly(entry("t1", "succeeded"), entry("t2", "skipped"),
				entry("t3", "ready"), entry("t4", "blocked"));
		assertThat(execution.run("t2").finishedAt()).isEqualTo(LATER);
		assertThat(execution.run("t3").revision()).isEqualTo(1);
		assertThat(execution.run("t4").revision()).isEqualTo(2);
	}

	@Test
	void uncoversNoChildBeforeWhatItsParentDependsOn() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "First"),
				Plans.think("t2", "Divided", "t1"), Plans.child("t2-1", "t2"));
		assertThat(execution.run("t2-1").state()).isEqualTo(TaskState.BLOCKED);
		ExecutionHistories.succeed(execution, "t1");
		assertThat(execution.run("t2-1").state()).isEqualTo(TaskState.READY);
	}

	@Test
	void numbersAttemptsOverAllTasksAndRoles() {
		Execution execution = ExecutionHistories.following(Plans.fan(2));
		execution.open(ModelRole.PLANNER, null, 2, 1, ModelUsage.NONE, NOW);
		ExecutionHistories.succeed(execution, "t1", "t2");
		assertThat(execution.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3);
		assertThat(execution.attempts(ModelRole.PLANNER, 2)).extracting(Attempt::number).containsExactly(1);
		assertThat(execution.attempts(ModelRole.PLANNER, 1)).isEmpty();
		assertThat(execution.openAttempts()).extracting(Attempt::role).containsExactly(ModelRole.PLANNER);
	}

	@Test
	void keepsTheInstantOfTheFirstStart() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", wrong());
		execution.open(ModelRole.EXECUTOR, "t1", 1, 2, ExecutionHistories.RESERVED, LATER);
		assertThat(execution.run("t1").startedAt()).isEqualTo(NOW);
		assertThat(execution.run("t1").attempt()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "WRONG, RETRYING, 1, 0, Because", "DECLINED, RETRYING, 3, 0, Because",
			"REFUSED, RETRYING, 3, 0, Because", "FAILED, RETRYING, 3, 0, Because",
			"UNREACHABLE, WAITING, 0, 0, Because", "FATAL, READY, 0, 0,", "OVER_BUDGET, READY, 0, 0,",
			"CUT, READY, 0, 0,", "UNCERTAIN, READY, 0, 1," })
	void goesOnFromEachOutcomeButSuccess(AttemptOutcome outcome, TaskState state, int wrongs, int crashes,
			String error) {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", ExecutionHistories.failed(outcome, "Because"));
		TaskRun run = execution.run("t1");
		assertThat(run.state()).isEqualTo(state);
		assertThat(run.wrongs()).as("wrongs").isEqualTo(wrongs);
		assertThat(run.crashes()).as("crashes").isEqualTo(crashes);
		assertThat(run.error()).isEqualTo(error);
		assertThat(run.finishedAt()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void goesOnFromEveryOutcomeThereIs(AttemptOutcome outcome) {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", ExecutionHistories.failed(outcome, "Because"));
		assertThat(execution.run("t1").state()).isNotEqualTo(TaskState.RUNNING);
		assertThat(execution.openAttempts()).isEmpty();
	}

	@Test
	void keepsWhatATaskProduced() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", wrong());
		execution.close(
				ExecutionHistories.open(execution, "t1").number(), AttemptEnd.produced(TaskFixtures.number("0.50"),
						VerificationLevel.RANGE, "It is 0.50", ExecutionHistories.USED, TaskFixtures.json("{\"a\":1}")),
				LATER);
		TaskRun run = execution.run("t1");
		assertThat(run.state()).isEqualTo(TaskState.SUCCEEDED);
		assertThat(run.artifact()).isEqualTo(TaskFixtures.number("0.50"));
		assertThat(run.verification()).isEqualTo(VerificationLevel.RANGE);
		assertThat(run.resolvedInputs()).isEqualTo(TaskFixtures.json("{\"a\":1}"));
		assertThat(run.finishedAt()).isEqualTo(LATER);
		assertThat(run.error()).as("what was wrong before").isNull();
	}

	@Test
	void takesSuccessWithoutAnArtifactForWrong() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", AttemptEnd.replied("Hm", ModelUsage.NONE));
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.RETRYING);
		assertThat(execution.run("t1").wrongs()).isEqualTo(1);
		assertThat(execution.artifacts()).isEmpty();
	}

	@Test
	void closesAnAttemptOnce() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		Attempt attempt = ExecutionHistories.open(execution, "t1");
		assertThat(execution.close(attempt.number(), wrong(), NOW)).isTrue();
		assertThat(execution.close(attempt.number(), ExecutionHistories.answer("Late"), LATER)).isFalse();
		assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.WRONG);
		assertThat(attempt.closedAt()).isEqualTo(NOW);
		assertThat(execution.run("t1").artifact()).isNull();
	}

	@Test
	void changesNoTaskThatEndedMeanwhile() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		Attempt attempt = ExecutionHistories.open(execution, "t1");
		execution.endAll(TaskState.CANCELED, NOW);
		assertThat(execution.close(attempt.number(), ExecutionHistories.answer("Late"), LATER)).isTrue();
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.CANCELED);
		assertThat(execution.used()).isEqualTo(ExecutionHistories.USED);
	}

	@Test
	void movesNoTaskWhenAPlannerIsDone() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		Attempt attempt = execution.open(ModelRole.PLANNER, "t1", 2, 1, ExecutionHistories.RESERVED, NOW);
		execution.close(attempt.number(), AttemptEnd.replied("{}", ExecutionHistories.USED), LATER);
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.READY);
		assertThat(execution.news()).isEmpty();
	}

	@Test
	void waitsLongerForAnEndpointTheOftenerItIsDown() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		ExecutionHistories.attempt(execution, "t1", unreachable());
		assertThat(execution.run("t1").retryAt()).isEqualTo(NOW.plusSeconds(5));
		ExecutionHistories.attempt(execution, "t1", unreachable());
		assertThat(execution.run("t1").retryAt()).isEqualTo(NOW.plusSeconds(10));
		ExecutionHistories.attempt(execution, "t1", wrong());
		ExecutionHistories.attempt(execution, "t1", unreachable());
		assertThat(execution.run("t1").retryAt()).as("once it answered").isEqualTo(NOW.plusSeconds(5));
	}

	@Test
	void countsOutagesAgainstNoTask() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		for (int round = 0; round < 10; round++) {
			ExecutionHistories.attempt(execution, "t1", unreachable());
		}
		assertThat(execution.agenda().nextRung(Plans.fan(1).task("t1"))).isInstanceOf(LadderRung.Answer.class);
	}

	@Test
	void startsAParentAnewWhateverWasWrongBefore() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "Hard"));
		ExecutionHistories.attempt(execution, "t1", ExecutionHistories.failed(AttemptOutcome.DECLINED, "No"));
		execution.follow(ExecutionHistories.plan(2, Plans.think("t1", "Hard"), Plans.child("t1-1", "t1")), NOW);
		execution.expand("t1", LATER);
		TaskRun parent = execution.run("t1");
		assertThat(parent.state()).isEqualTo(TaskState.RUNNING);
		assertThat(parent.attempt()).isEqualTo(2);
		assertThat(parent.wrongs()).isZero();
		assertThat(execution.failures()).isEmpty();
		assertThat(execution.run("t1-1").state()).isEqualTo(TaskState.READY);
	}

	@Test
	void fulfilsATaskWithoutAnAttempt() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "First"),
				Plans.think("t2", "Second", "t1"));
		execution.fulfil("t1", TaskFixtures.text("Oslo"), VerificationLevel.NONE, LATER);
		assertThat(execution.run("t1").attempt()).isEqualTo(1);
		assertThat(execution.run("t1").startedAt()).isEqualTo(LATER);
		assertThat(execution.run("t1").finishedAt()).isEqualTo(LATER);
		assertThat(execution.run("t2").state()).isEqualTo(TaskState.READY);
		assertThat(execution.artifacts()).containsExactly(entry("t1", TaskFixtures.text("Oslo")));
		assertThat(execution.attempts()).isEmpty();
	}

	@Test
	void keepsTheAttemptOfAParentThatIsFulfilled() {
		Execution execution = ExecutionHistories.expanded();
		int attempt = execution.run("t1").attempt();
		execution.fulfil("t1", TaskFixtures.text("Both"), VerificationLevel.NONE, LATER);
		assertThat(execution.run("t1").attempt()).isEqualTo(attempt);
		assertThat(execution.run("t1").startedAt()).isEqualTo(NOW);
	}

	@Test
	void goesUpTheLadderFromARejectedAnswer() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		execution.reject("t1", "Not a number", NOW);
		assertThat(execution.run("t1").state()).isEqualTo(TaskState.RETRYING);
		assertThat(execution.run("t1").attempt()).isEqualTo(1);
		assertThat(execution.agenda().nextRung(Plans.fan(1).task("t1")))
			.isEqualTo(new LadderRung.Retry(null, "Not a number"));
	}

	@Test
	void skipsAllThatDependsOnAFailedTask() {
		Execution execution = ExecutionHistories.following(Plans.think("t1", "Fails"), Plans.think("t4", "Far", "t3"),
				Plans.think("t3", "Next", "t1", "t2"), Plans.think("t2", "Free"), Plans.child("t3-1", "t3"));
		execution.fail("t1", "It cannot be done", LATER);
		assertThat(execution.states()).containsOnly(entry("t1", "failed"), entry("t2", "ready"), entry("t3", "skipped"),
				entry("t4", "skipped"), entry("t3-1", "skipped"));
		assertThat(execution.run("t4").finishedAt()).isEqualTo(LATER);
		assertThat(execution.failures()).containsEntry("t1", "It cannot be done")
			.containsEntry("t4", "What it depends on has no artifact");
	}

	@Test
	void skipsNothingThatRunsOrHasItsArtifact() {
		Execution execution = ExecutionHistories.expanded();
		ExecutionHistories.succeed(execution, "t1-1");
		ExecutionHistories.open(execution, "t1-2");
		execution.fail("t1", "It cannot be done", NOW);
		assertThat(execution.states()).containsOnly(entry("t1", "failed"), entry("t1-1", "succeeded"),
				entry("t1-2", "running"), entry("t2", "skipped"));
	}

	@ParameterizedTest
	@EnumSource(names = { "CANCELED", "SKIPPED" })
	void endsWhatHasNotEnded(TaskState end) {
		Execution execution = ExecutionHistories.following(Plans.fan(4));
		ExecutionHistories.succeed(execution, "t1");
		ExecutionHistories.open(execution, "t2");
		ExecutionHistories.attempt(execution, "t3", unreachable());
		execution.endAll(end, LATER);
		assertThat(execution.runs()).extracting(TaskRun::state).containsExactly(TaskState.SUCCEEDED, end, end, end);
		assertThat(execution.runs()).extracting(TaskRun::finishedAt).containsExactly(NOW, LATER, LATER, LATER);
		assertThat(execution.agenda().nextRetry()).isEmpty();
		assertThat(execution.agenda().isDone()).isTrue();
	}

	@Test
	void sumsWhatClosedAttemptsUsed() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		ExecutionHistories.succeed(execution, "t1", "t2");
		ExecutionHistories.open(execution, "t3");
		assertThat(execution.used()).isEqualTo(new ModelUsage(4, 60, 8, new BigDecimal("0.02")));
		assertThat(ExecutionHistories.begun().used()).isEqualTo(ModelUsage.NONE);
	}

	@Test
	void showsArtifactsOfTasksThatHaveThemOnly() {
		Execution execution = ExecutionHistories.following(Plans.fan(3));
		ExecutionHistories.succeed(execution, "t3", "t1");
		ExecutionHistories.attempt(execution, "t2", wrong());
		assertThat(execution.artifacts()).containsExactly(entry("t1", TaskFixtures.text("Answer to t1")),
				entry("t3", TaskFixtures.text("Answer to t3")));
		assertThat(execution.failures()).containsExactly(entry("t2", "Too short"));
	}

	@Test
	void knowsTheChildrenOfATask() {
		Execution execution = ExecutionHistories.expanded();
		assertThat(execution.children("t1")).extracting(Task::id).containsExactly("t1-1", "t1-2");
		assertThat(execution.hasChildren("t1")).isTrue();
		assertThat(execution.hasChildren("t2")).isFalse();
	}

	@Test
	void staysAsItIsWhileACopyIsTried() {
		Execution execution = ExecutionHistories.following(Plans.diamond());
		Map<String, String> before = execution.states();
		Execution copy = execution.copy();
		ExecutionHistories.succeed(copy, "t1");
		ExecutionHistories.open(copy, "t2");
		assertThat(execution.states()).isEqualTo(before);
		assertThat(execution.attempts()).isEmpty();
		assertThat(execution.news()).isEmpty();
	}

	@Test
	void closesTheAttemptsOfACopyAlone() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		Attempt attempt = ExecutionHistories.open(execution, "t1");
		Execution copy = execution.copy();
		assertThat(copy.news()).isEmpty();
		copy.close(attempt.number(), wrong(), NOW);
		assertThat(execution.openAttempts()).containsExactly(attempt);
		assertThat(execution.run("t1").wrongs()).isZero();
	}

	@Test
	void hasNoRunOfATaskThatWasNeverPlanned() {
		Execution execution = ExecutionHistories.following(Plans.fan(1));
		assertThatIllegalArgumentException().isThrownBy(() -> execution.run("t9")).withMessageContaining("t9");
	}

	@Test
	void listsRunsInTheOrderTheyWerePlanned() {
		TaskRun last = new TaskRun(ExecutionHistories.OBJECTIVE.id(), "t1", "acme", 1, 2);
		TaskRun first = new TaskRun(ExecutionHistories.OBJECTIVE.id(), "t2", "acme", 1, 0);
		Execution stored = new Execution(ExecutionHistories.OBJECTIVE, "acme", null, List.of(last, first), List.of());
		assertThat(stored.runs()).containsExactly(first, last);
	}

	private static TaskStateChanged news(String taskId, TaskState state, int attempt) {
		return new TaskStateChanged(ExecutionHistories.OBJECTIVE, "acme", taskId, state, attempt);
	}

	private static AttemptEnd wrong() {
		return ExecutionHistories.failed(AttemptOutcome.WRONG, "Too short");
	}

	private static AttemptEnd unreachable() {
		return ExecutionHistories.failed(AttemptOutcome.UNREACHABLE, "Down");
	}

}
