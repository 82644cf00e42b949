package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class CompleteDependenciesTests {

	@Test
	void addsWhatInstructionsAndInputsReferTo() {
		List<Task> mended = Mending.with(new CompleteDependencies())
			.mend(Plans.think("t1", "a"), Plans.think("t2", "b of ${t1.output}"),
					Plans.tool("t3", "lookup", "{\"city\":[\"${t2.output.name}\"]}", "t1"));
		assertThat(mended).extracting(Task::dependsOn).containsExactly(List.of(), List.of("t1"), List.of("t1", "t2"));
	}

	@Test
	void addsFinishedTasks() {
		List<Task> mended = Mending
			.with(new CompleteDependencies(), DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "a")))
			.mend(Plans.think("t7", "b of ${t1.output}"));
		assertThat(mended).extracting(Task::dependsOn).containsExactly(List.of("t1"));
	}

	@Test
	void addsNeitherTheTaskItselfNorOneThatIsNotThere() {
		Task task = Plans.think("t1", "More of ${t1.output} and ${t9.output}", "t8");
		assertThat(Mending.with(new CompleteDependencies()).mend(task)).containsExactly(task);
	}

}
