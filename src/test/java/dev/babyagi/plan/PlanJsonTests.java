package dev.babyagi.plan;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PlanJson}.
 */
class PlanJsonTests {

	@ParameterizedTest
	@MethodSource
	void readsBackExactlyWhatItWrote(Plan plan) {
		assertThat(PlanJson.fromText(PlanJson.toText(plan))).isEqualTo(plan);
		assertThat(PlanJson.toText(PlanJson.fromText(PlanJson.toText(plan)))).isEqualTo(PlanJson.toText(plan));
	}

	static Stream<Plan> readsBackExactlyWhatItWrote() {
		return Stream.of(Plans.direct("Say \"hi\" \u2028 ${t9.output} 日本"), Plans.diamond(), Plans.fan(8),
				Plans.elaborate(),
				Plans.of(Origin.EXACT, Plans.tool("t1", "calculator", "{\"expression\":\"1 + 1\"}")));
	}

	@Test
	void writesTheShapeOfTheContract() {
		ObjectNode json = PlanJson.write(Plans.of(Origin.EXACT, Plans.tool("t1", "calculator", "{\"a\":1.10}")));
		assertThat(json.path("origin").asString()).isEqualTo("exact");
		assertThat(json.path("final").toString()).isEqualTo("{\"kind\":\"reference\",\"value\":\"${t1.output}\"}");
		assertThat(json.path("tasks").path(0).path("assignment").asString()).isEqualTo("tool");
		assertThat(json.path("tasks").path(0).path("inputs").toString()).isEqualTo("{\"a\":1.10}");
		assertThat(json.path("tasks").path(0).path("parent").isNull()).isTrue();
	}

	@Test
	void refusesWhatIsNoPlan() {
		assertThatIllegalArgumentException().isThrownBy(() -> PlanJson.fromText("{\"revision\":1}"));
		assertThatIllegalArgumentException().isThrownBy(() -> PlanJson.fromText("{"));
	}

}
