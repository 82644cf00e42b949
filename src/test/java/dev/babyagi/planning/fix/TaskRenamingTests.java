package dev.babyagi.planning.fix;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

class TaskRenamingTests {

	private static final Map<String, String> SWAP = Map.of("t1", "t2", "t2", "t1");

	@Test
	void movesANameThatIsBothOldAndNewOnce() {
		Task moved = TaskRenaming.task(Plans.think("t3", "${t1.output} of ${t2.output.rows[0]}", "t1", "t2"), SWAP);
		assertThat(moved.instruction()).isEqualTo("${t2.output} of ${t1.output.rows[0]}");
		assertThat(moved.dependsOn()).containsExactly("t2", "t1");
		assertThat(moved.id()).isEqualTo("t3");
	}

	@Test
	void movesReferencesInInputs() {
		Task moved = TaskRenaming
			.task(Plans.tool("t3", "lookup", "{\"t1\":[\"${t1.output}\",\"t1\",\"a ${t15.output}\"]}"), SWAP);
		assertThat(moved.assignment()).isEqualTo(
				Plans.tool("t3", "lookup", "{\"t1\":[\"${t2.output}\",\"t1\",\"a ${t15.output}\"]}").assignment());
	}

	@Test
	void dependsOnceOnTasksThatBecameOne() {
		assertThat(TaskRenaming.task(Plans.think("t3", "a", "t1", "t2"), Map.of("t2", "t1")).dependsOn())
			.containsExactly("t1");
	}

	@Test
	void movesWhatAConclusionRefersTo() {
		assertThat(TaskRenaming.conclusion(new Conclusion.Reference("${t1.output.name}"), SWAP))
			.isEqualTo(new Conclusion.Reference("${t2.output.name}"));
		assertThat(TaskRenaming.conclusion(new Conclusion.Template("${t1.output}, ${t3.output}"), SWAP))
			.isEqualTo(new Conclusion.Template("${t2.output}, ${t3.output}"));
		assertThat(TaskRenaming.conclusion(new Conclusion.Synthesize("Join"), SWAP))
			.isEqualTo(new Conclusion.Synthesize("Join"));
		assertThat(TaskRenaming.conclusion(null, SWAP)).isNull();
	}

}
