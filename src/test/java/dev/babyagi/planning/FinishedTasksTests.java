package dev.babyagi.planning;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class FinishedTasksTests {

	private static final Plan PLAN = Plans.diamond();

	private static final Map<String, String> OUTPUTS = Map.of("t3", "Rome is warm", "t9", "of an older plan", "t1",
			"Oslo, Rome", "t2", "");

	@Test
	void areThoseOfThePlanInItsOrderEvenWithNothingToSay() {
		assertThat(FinishedTasks.ofPlan(PLAN, OUTPUTS)).containsExactly(entry("t1", "Oslo, Rome"), entry("t2", ""),
				entry("t3", "Rome is warm"));
	}

	@Test
	void areTasksInTheOrderOfThePlan() {
		assertThat(FinishedTasks.tasks(PLAN, OUTPUTS)).extracting(Task::id).containsExactly("t1", "t2", "t3");
	}

	@Test
	void areReadByAPlannerWithTitleAndOutput() {
		assertThat(FinishedTasks.titled(PLAN, FinishedTasks.ofPlan(PLAN, OUTPUTS))).hasSize(3)
			.containsEntry("t1", "List three cities\nOutput: Oslo, Rome")
			.containsEntry("t2", "Describe the first\nOutput: ");
	}

}
