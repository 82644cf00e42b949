package dev.babyagi.execution;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What most of the work waits for goes first.
 */
class DataflowTests {

	@Test
	void putsADiamondInItsOwnOrder() {
		assertThat(ordered(Plans.diamond().tasks())).containsExactly("t1", "t2", "t3", "t4", "t5");
		assertThat(ordered(Plans.diamond().tasks().reversed())).containsExactly("t1", "t4", "t3", "t2", "t5");
	}

	@Test
	void breaksTiesByThePlaceInThePlan() {
		assertThat(ordered(Plans.fan(12).tasks())).startsWith("t1", "t2", "t3").endsWith("t10", "t11", "t12");
	}

	@Test
	void looksAtTheLongestWayNotAtTheNumberOfDependents() {
		List<Task> tasks = List.of(Plans.think("t1", "Wide"), Plans.think("t2", "Deep"), Plans.think("t3", "a", "t1"),
				Plans.think("t4", "b", "t1"), Plans.think("t5", "c", "t1"), Plans.think("t6", "d", "t2"),
				Plans.think("t7", "e", "t6"));
		assertThat(ordered(tasks)).startsWith("t2", "t1", "t6");
	}

	@Test
	void takesTheLongerOfTwoWays() {
		List<Task> tasks = List.of(Plans.think("t1", "Short"), Plans.think("t2", "Both"), Plans.think("t3", "a", "t2"),
				Plans.think("t4", "End", "t1", "t2", "t3"));
		assertThat(ordered(tasks)).containsExactly("t2", "t1", "t3", "t4");
	}

	@Test
	void countsTheParentAsWaitingForItsChildren() {
		List<Task> tasks = List.of(Plans.think("t1", "Alone"), Plans.think("t2", "Divided"), Plans.child("t2-1", "t2"),
				Plans.child("t2-2", "t2", "t2-1"));
		assertThat(ordered(tasks)).containsExactly("t2-1", "t2-2", "t1", "t2");
	}

	@Test
	void walksAChainOfAThousandTasks() {
		List<Task> chain = Stream.concat(Stream.of(Plans.think("t1", "First")), IntStream.rangeClosed(2, 1000)
			.mapToObj((number) -> Plans.think("t" + number, "Next", "t" + (number - 1)))).toList();
		assertThat(ordered(chain.reversed())).startsWith("t1", "t2").endsWith("t999", "t1000");
	}

	private static List<String> ordered(List<Task> tasks) {
		return tasks.stream().sorted(new Dataflow(tasks).order()).map(Task::id).toList();
	}

}
