package dev.babyagi.execution;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.language.ModelRole;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each rung, by how often an answer was wrong.
 */
class RetryLadderTests {

	private static final Task THINK = Plans.think("t1", "Think");

	@ParameterizedTest
	@CsvSource({ "LOW, 0, Answer", "LOW, 1, Retry", "LOW, 2, Ballots", "LOW, 3, Stalled", "LOW, 4, Stalled",
			"HIGH, 0, Ballots", "HIGH, 1, Retry", "HIGH, 2, Ballots", "HIGH, 3, Stalled" })
	void votesOnNumbersAtOnceWhereEffortIsHigh(Task.Effort effort, int wrongs, String rung) {
		Task task = ExecutionHistories.think("t1", Task.Expect.NUMBER, effort);
		assertThat(next(task, wrongs)).extracting((next) -> next.getClass().getSimpleName()).isEqualTo(rung);
	}

	@ParameterizedTest
	@CsvSource({ "LOW, 0, Answer", "LOW, 1, Retry", "LOW, 2, Retry", "LOW, 3, Stalled", "HIGH, 0, Answer",
			"HIGH, 1, Retry", "HIGH, 2, Retry", "HIGH, 3, Stalled" })
	void neverVotesOnFreeText(Task.Effort effort, int wrongs, String rung) {
		Task task = ExecutionHistories.think("t1", Task.Expect.TEXT, effort);
		assertThat(next(task, wrongs)).extracting((next) -> next.getClass().getSimpleName()).isEqualTo(rung);
	}

	@Test
	void usesAToolOnce() {
		Task tool = Plans.tool("t1", "calculator", "{}");
		assertThat(next(tool, 0)).isInstanceOf(LadderRung.Answer.class);
		assertThat(next(tool, 1)).isEqualTo(new LadderRung.Stalled("Wrong 1"));
	}

	@Test
	void retriesWithThePreviousAnswerAndWhatWasWrongWithIt() {
		Attempt wrong = new Attempt(new Attempt.Key(ExecutionHistories.OBJECTIVE.id(), 1), "acme", ModelRole.EXECUTOR,
				"t1", 1, 1, ExecutionHistories.RESERVED, ExecutionHistories.NOW);
		wrong.close(ExecutionHistories.failed(AttemptOutcome.WRONG, "Too short"), ExecutionHistories.NOW);
		assertThat(RetryLadder.next(THINK, run(1), Optional.of(wrong)))
			.isEqualTo(new LadderRung.Retry("Said: Too short", "Wrong 1"));
	}

	@Test
	void retriesWithoutAnAnswerWhenThereWasNone() {
		assertThat(next(THINK, 1)).isEqualTo(new LadderRung.Retry(null, "Wrong 1"));
	}

	@Test
	void stallsForTheLastThingThatWasWrong() {
		assertThat(next(THINK, 3)).isEqualTo(new LadderRung.Stalled("Wrong 3"));
	}

	@Test
	void givesUpAToolThatThreeProcessesDiedOf() {
		TaskRun run = run(0);
		run.crashed();
		run.crashed();
		run.crashed();
		assertThat(RetryLadder.next(Plans.tool("t1", "calculator", "{}"), run, Optional.empty()))
			.isEqualTo(new LadderRung.Stalled("The process died 3 times while it was under way"));
	}

	@Test
	void startsAtTheFirstRungWhenATaskBeginsAnew() {
		TaskRun run = run(3);
		run.beginAnew();
		assertThat(RetryLadder.next(THINK, run, Optional.empty())).isInstanceOf(LadderRung.Answer.class);
	}

	private static LadderRung next(Task task, int wrongs) {
		return RetryLadder.next(task, run(wrongs), Optional.empty());
	}

	private static TaskRun run(int wrongs) {
		TaskRun run = new TaskRun(ExecutionHistories.OBJECTIVE.id(), "t1", "acme", 1, 0);
		for (int number = 1; number <= wrongs; number++) {
			run.wrong("Wrong " + number);
		}
		return run;
	}

}
