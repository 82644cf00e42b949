package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class NameTasksTests {

	private final Mending mending = Mending.with(new NameTasks());

	@Test
	void givesTheFirstFreeNumbersAndMovesDependencies() {
		assertThat(this.mending.mend(Plans.think("gather", "a"), Plans.think("t2", "b", "gather"),
				Plans.think("sum up", "c", "t2", "gather")))
			.containsExactly(Plans.think("t1", "a"), Plans.think("t2", "b", "t1"), Plans.think("t3", "c", "t2", "t1"));
		assertThat(this.mending.warnings()).containsExactly("Tasks were renamed: {gather=t1, sum up=t3}");
	}

	@Test
	void movesReferencesByName() {
		PlanDraft mended = this.mending.mend(Mending.draft("{{ find_price.result }}", Plans.think("find_price", "a"),
				Plans.tool("total", "lookup",
						"{\"city\":\"find_price\",\"rows\":[\"${tasks.find_price.output['a b']}\"]}"),
				Plans.think("t9", "Add {total} to ${find_price} and {tax}")));
		assertThat(mended.tasks()).containsExactly(Plans.think("t1", "a"),
				Plans.tool("t2", "lookup", "{\"city\":\"${t1.output}\",\"rows\":[\"${t1.output[\\\"a b\\\"]}\"]}"),
				Plans.think("t9", "Add ${t2.output} to ${t1.output} and {tax}"));
		assertThat(mended.conclusion()).isEqualTo(new Conclusion.Template("${t1.output}"));
	}

	@Test
	void leavesWellFormedNamesAlone() {
		List<Task> tasks = List.of(Plans.think("t5", "a"), Plans.think("t2-1", "b", "t5"));
		assertThat(this.mending.mend(PlanDraft.of(tasks)).tasks()).isEqualTo(tasks);
		assertThat(this.mending.warnings()).isEmpty();
	}

	@Test
	void leavesNamesAloneThatAreUsedTwiceOrWereNeverWritten() {
		List<Task> tasks = List.of(Plans.think("gather", "a"), Plans.think("gather", "b"),
				Plans.think("task number 3", "c"));
		assertThat(this.mending.mend(PlanDraft.of(tasks)).tasks()).isEqualTo(tasks);
	}

}
