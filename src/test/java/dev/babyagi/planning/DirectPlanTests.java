package dev.babyagi.planning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.tool.Tool;

import static org.assertj.core.api.Assertions.assertThat;

class DirectPlanTests {

	@Test
	void isOneTaskThatIsTheObjective() {
		assertThat(DirectPlan.thinking(PlanRequestFixtures.of("Name a city"))).isEqualTo(Plans.direct("Name a city"));
	}

	@Test
	void cutsTheTitleAndNotTheInstruction() {
		String objective = "Name a city.\n" + "And say more of it. ".repeat(100);
		Plan plan = DirectPlan.thinking(PlanRequestFixtures.of(objective));
		assertThat(plan.task("t1").title()).isEqualTo("Name a city.");
		assertThat(plan.task("t1").instruction()).isEqualTo(objective);
	}

	@Test
	void expectsWhatTheAnswerMustFit() {
		Plan plan = DirectPlan.thinking(PlanRequestFixtures.withSchema("Name a city", "{\"type\":\"object\"}"));
		assertThat(plan.task("t1").expect())
			.isEqualTo(new Expect(Expect.Type.JSON, ExactJson.read("{\"type\":\"object\"}"), null, null));
	}

	@ParameterizedTest
	@CsvSource({ "calculator,false", "send_mail,true" })
	void usesAToolWithTheMarkOfOneThatActs(String name, boolean sideEffect) {
		Tool tool = sideEffect ? PlanningFixtures.MAIL : PlanningFixtures.CALCULATOR;
		Plan plan = DirectPlan.using(PlanRequestFixtures.withTools("Do it", name), tool,
				ExactJson.object().put("to", "x"));
		assertThat(plan.tasks()).singleElement()
			.isEqualTo(Plans.direct("Do it")
				.task("t1")
				.withAssignment(Plans.tool("t1", name, "{\"to\":\"x\"}").assignment())
				.withSideEffect(sideEffect));
		assertThat(plan.conclusion().tasks()).containsExactly("t1");
	}

}
