package dev.babyagi.execution;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A task that kills the process is not tried for ever.
 */
class LadderCrashTests {

	@Test
	void givesUpATaskThatThreeProcessesDiedOf() {
		Task task = TaskFixtures.think(Expect.TEXT);
		TaskRun run = new TaskRun(UUID.randomUUID(), task.id(), "default", 1, 0);
		run.crashed();
		run.crashed();
		assertThat(RetryLadder.next(task, run, Optional.empty())).isInstanceOf(LadderRung.Answer.class);
		run.crashed();
		assertThat(RetryLadder.next(task, run, Optional.empty())).isInstanceOfSatisfying(LadderRung.Stalled.class,
				(stalled) -> assertThat(stalled.reason()).contains("died 3 times"));
	}

}
