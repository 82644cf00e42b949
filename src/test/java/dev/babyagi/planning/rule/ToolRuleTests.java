package dev.babyagi.planning.rule;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class ToolRuleTests {

	@Test
	void saysWhichToolsThereAreForOneThatIsNot() {
		Task browse = Plans.tool("t1", "browser", "{}");
		assertThat(RuleCheck.of(new ToolRule(), browse).faults()).containsExactly(
				"t1, tool: 'browser' is no tool of this objective; use one of lookup, send_mail, or think");
		assertThat(RuleCheck.of(new ToolRule(), DraftConstraintsFixtures.withTools(), browse).faults())
			.containsExactly("t1, tool: 'browser' is no tool of this objective; there are none, use think");
	}

	@Test
	void namesEverythingThatDoesNotFit() {
		RuleCheck check = RuleCheck.of(new ToolRule(), Plans.tool("t1", "lookup", "{\"rows\":\"many\"}"),
				Plans.tool("t2", "lookup", "{\"city\":\"Oslo\"}"), Plans.tool("t3", "lookup", "{\"city\":7}"));
		assertThat(check.faults()).hasSize(3)
			.anyMatch((fault) -> fault.startsWith("t1, inputs: ") && fault.contains("'city'"))
			.anyMatch((fault) -> fault.startsWith("t1, inputs: /rows"))
			.anyMatch((fault) -> fault.startsWith("t3, inputs: /city"));
	}

	@Test
	void trustsAReferenceToFit() {
		assertThat(RuleCheck
			.of(new ToolRule(), Plans.tool("t2", "lookup", "{\"city\":\"Oslo\",\"rows\":\"${t1.output}\"}"))
			.isClean()).isTrue();
	}

	@Test
	void refusesTheFourthUseWithTheSameInputsAndSaysSoOnce() {
		RuleCheck check = RuleCheck.of(new ToolRule(), oslo("t1"), oslo("t2"), oslo("t3"),
				Plans.tool("t4", "lookup", "{\"city\":\"Rome\"}"), oslo("t5"), oslo("t6"));
		assertThat(check.faults()).singleElement()
			.asString()
			.startsWith("t5, inputs: use lookup with the same inputs more than 3 times");
	}

	@Test
	void countsTheUsesOfFinishedTasks() {
		RuleCheck check = RuleCheck.of(new ToolRule(),
				DraftConstraintsFixtures.keeping("Do it", oslo("t1"), oslo("t2"), oslo("t3")), oslo("t7"));
		assertThat(check.faults()).singleElement().asString().startsWith("t7, inputs: ");
	}

	private static Task oslo(String id) {
		return Plans.tool(id, "lookup", "{\"city\":\"Oslo\"}");
	}

}
