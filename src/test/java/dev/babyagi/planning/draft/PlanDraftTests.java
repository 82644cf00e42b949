package dev.babyagi.planning.draft;

import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PlanDraft} and {@link ValidationReport}.
 */
class PlanDraftTests {

	private static final PlanDraft DRAFT = new PlanDraft("Thought", List.of(new Requirement("r1", "x")),
			List.of(Plans.think("t1", "a"), Plans.think("t1", "b"), Plans.think("t2", "c")),
			new Conclusion.Template("${t2.output} and ${t9.output}"), true);

	@Test
	void changesOnePartAndKeepsTheRest() {
		assertThat(DRAFT.withTasks(List.of()).withTasks(DRAFT.tasks())).isEqualTo(DRAFT);
		assertThat(DRAFT.withRequirements(List.of()).withRequirements(DRAFT.requirements())).isEqualTo(DRAFT);
		assertThat(DRAFT.withConclusion(null).withConclusion(DRAFT.conclusion())).isEqualTo(DRAFT);
		assertThat(DRAFT.mapTasks((task) -> task.withId("t" + task.id())).tasks()).extracting(Task::id)
			.containsExactly("tt1", "tt1", "tt2");
	}

	@Test
	void namesItsTasksAndThoseOfItsAnswer() {
		assertThat(DRAFT.ids()).containsExactlyInAnyOrder("t1", "t2");
		assertThat(DRAFT.answeringTasks()).containsExactly("t2", "t9");
		assertThat(PlanDraft.of(DRAFT.tasks()).answeringTasks()).isEmpty();
	}

	@Test
	void hasNoSettledConclusionBeforeThereIsOne() {
		assertThat(DRAFT.settledConclusion()).isEqualTo(DRAFT.conclusion());
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> PlanDraft.of(DRAFT.tasks()).settledConclusion());
	}

	@Test
	void reportsAFaultInOneLineWithOrWithoutATask() {
		assertThat(new PlanFault("t2", "tool", "is none").line()).isEqualTo("t2, tool: is none");
		assertThat(new PlanFault(null, "tasks", "must be 3").line()).isEqualTo("tasks: must be 3");
	}

	@Test
	void reportsNamesAndMessagesThatAreTooLongInPart() {
		ValidationReport report = new ValidationReport();
		report.fault("name ".repeat(1_000), "id", "must be short ".repeat(1_000));
		report.warn("so long ".repeat(1_000));
		assertThat(report.faults()).singleElement().extracting(PlanFault::line).asString().hasSizeLessThan(600);
		assertThat(report.warnings()).singleElement().asString().startsWith("so long").hasSizeLessThan(500);
	}

}
