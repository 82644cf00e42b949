package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class NameToolsTests {

	private final Mending mending = Mending.with(new NameTools());

	@Test
	void correctsANameThatIsNearlyThatOfATool() {
		List<Task> mended = this.mending.mend(Plans.tool("t1", "LookUps", "{\"city\":\"Oslo\"}"));
		assertThat(mended).extracting(Task::assignment)
			.containsExactly(Plans.tool("t1", "lookup", "{\"city\":\"Oslo\"}").assignment());
		assertThat(this.mending.warnings()).containsExactly("t1: the tool 'LookUps' is read as 'lookup'");
	}

	@Test
	void marksTheUseOfAToolThatActsUnderItsCorrectedName() {
		assertThat(this.mending.mend(Plans.tool("t1", "send_mail", "{}"), Plans.tool("t2", "sendmail", "{}"),
				Plans.tool("t3", "lookup", "{}"), Plans.think("t4", "send_mail")))
			.extracting(Task::sideEffect)
			.containsExactly(true, true, false, false);
	}

	@Test
	void leavesAMarkThatIsThereAndAToolThatIsNotThere() {
		List<Task> tasks = List.of(Plans.tool("t1", "lookup", "{}").withSideEffect(true),
				Plans.tool("t2", "browser", "{}"), Plans.think("t3", "a").withSideEffect(true));
		assertThat(this.mending.mend(PlanDraft.of(tasks)).tasks()).isEqualTo(tasks);
		assertThat(this.mending.warnings()).isEmpty();
	}

}
