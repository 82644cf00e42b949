package dev.babyagi.plan;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlanMermaid}.
 */
class PlanMermaidTests {

	@Test
	void drawsTasksEdgesStatesAndTheAnswer() {
		String chart = PlanMermaid.render(Plans.diamond(), Map.of("t1", "succeeded"));
		assertThat(chart.lines()).startsWith("flowchart TD")
			.contains("  t1[\"t1: List three cities<br/>think<br/>succeeded\"]", "  t1 --> t2", "  t4 --> t5",
					"  t5 --> answer")
			.doesNotContain("  t1 --> answer");
	}

	@Test
	void drawsChildrenBesideTheirParent() {
		assertThat(PlanMermaid.render(Plans.elaborate(), Map.of()).lines()).contains("  t2_1 -.-> t2");
	}

	@Test
	void joinsEveryTaskInASynthesis() {
		assertThat(PlanMermaid.render(Plans.fan(3), Map.of()).lines()).contains("  t1 --> answer", "  t2 --> answer",
				"  t3 --> answer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\"] --> evil[\"y", "x\n  evil --> t1", "<img src=x onerror=alert(1)>", "`**bold**`",
			"%% comment", "x#quot;]; click t1 href \"javascript:1\"", "\u202Ereversed\u2028line",
			"a & b; c | d {e} (f)" })
	void letsNoTitleOutOfItsLabel(String title) {
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", title));
		List<String> lines = PlanMermaid.render(plan, Map.of("t1", title)).lines().toList();
		assertThat(lines).hasSize(4);
		String label = lines.get(1);
		assertThat(label).startsWith("  t1[\"").endsWith("\"]");
		assertThat(label.substring(6, label.length() - 2).replace("<br/>", " ").replaceAll("#[0-9]{1,7};", ""))
			.doesNotContainPattern("[\"<>\\[\\](){}|`;&\u202E\u2028]");
	}

}
