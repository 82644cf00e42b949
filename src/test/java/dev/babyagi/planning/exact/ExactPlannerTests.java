package dev.babyagi.planning.exact;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the shape of the plans of {@link ExactPlanner}.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExactPlannerTests {

	@Test
	void independentPartsDoNotDependOnEachOther() {
		Plan plan = draw("(3 + 5) * 2 - 4 / 8", 20);
		assertThat(plan.tasks()).extracting(Task::title).containsExactly("3 + 5", "t1 * 2", "4 / 8", "t2 - t3");
		assertThat(plan.tasks()).extracting(Task::dependsOn)
			.containsExactly(List.of(), List.of("t1"), List.of(), List.of("t2", "t3"));
	}

	@Test
	void referencesStandInParentheses() {
		assertThat(expressions(draw("-(3 - 5)^2 + half of 8", 20))).containsExactly("3 - 5", "(${t1.output}) ^ 2",
				"-(${t2.output})", "8 / 2", "(${t3.output}) + (${t4.output})");
	}

	@Test
	void aBareNumberIsOneTask() {
		Plan plan = draw("42", 20);
		assertThat(expressions(plan)).containsExactly("42");
		assertThat(plan.conclusion()).isEqualTo(new Conclusion.Reference("${t1.output}"));
	}

	@Test
	void thePlanSaysWhereItComesFromAndWhatItIsFor() {
		Plan plan = draw("What is 1 + 1?", 20);
		assertThat(plan.revision()).isOne();
		assertThat(plan.origin()).isEqualTo(Origin.EXACT);
		assertThat(plan.requirements()).containsExactly(new Plan.Requirement("r1", "What is 1 + 1?"));
		assertThat(plan.task("t1").covers()).containsExactly("r1");
	}

	@Test
	void everyTaskIsANumberThatIsRecomputed() {
		assertThat(draw("1 + 2 * 3", 20).tasks()).allSatisfy((task) -> {
			assertThat(task.expect()).isEqualTo(Expect.NUMBER);
			assertThat(task.success().kind()).isEqualTo(Success.Kind.RECOMPUTE);
			assertThat(task.success().arg()).isEqualTo(((UseTool) task.assignment()).inputs().get("expression"));
		});
	}

	@Test
	void instructionsSayWhatReferencesStandFor() {
		assertThat(draw("(3 + 5) * 2", 20).task("t2").instruction()).isEqualTo("Calculate t1 * 2, where t1 is 3 + 5");
	}

	@Test
	void theDeepestOperationsAreGivenToTheCalculatorTogetherAboveTheLimit() {
		Plan plan = draw("(1 + 2) * (3 + 4) - (5 + 6 * 7)", 3);
		assertThat(expressions(plan)).containsExactly("(1 + 2) * (3 + 4)", "5 + 6 * 7",
				"(${t1.output}) - (${t2.output})");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 8, 13, 20 })
	void groupingChangesNoResult(int maxTasks) {
		Plan plan = draw("((1 - 2) - (3 - 4) * -5) / 2 ^ -(3 - 1) - 10% of (6 mod 4) + (2 ^ 3) ^ 2 - (8 - (7 - 6))",
				maxTasks);
		assertThat(plan.tasks()).hasSizeLessThanOrEqualTo(maxTasks);
		assertThat(ArithmeticRun.answer(plan)).isEqualTo("32.8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+", "-", "*" })
	void aLongChainFitsTheLimitAndTheCalculator(String operator) {
		String chain = IntStream.rangeClosed(1, 500).mapToObj((i) -> "1").collect(Collectors.joining(operator));
		Plan plan = draw(chain, 20);
		assertThat(plan.tasks()).hasSizeLessThanOrEqualTo(20);
		assertThat(ArithmeticRun.answer(plan)).isEqualTo(switch (operator) {
			case "+" -> "500";
			case "-" -> "-498";
			default -> "1";
		});
	}

	@Test
	void aDeepChainFitsTheLimitAndTheCalculator() {
		String nest = "1-(".repeat(150) + "1" + ")".repeat(150);
		assertThat(ArithmeticRun.answer(draw(nest, 20))).isEqualTo("1");
	}

	@Test
	void divisionByZeroIsAFailureOfItsTask() {
		assertThat(ArithmeticRun.answer(draw("1 / (2 - 2) + 5", 20))).isEqualTo("Division by zero in 1 / 0");
	}

	@Test
	void anExponentBeyondTheCapsIsAFailureOfItsTask() {
		assertThat(ArithmeticRun.answer(draw("1e999999999 - 1", 20))).contains("beyond 9,999");
		assertThat(ArithmeticRun.answer(draw("9^9^9^9", 20))).contains("beyond 9,999");
	}

	@Test
	void whatIsTooLongForTheCalculatorIsStillNotForAModel() {
		assertThat(ArithmeticRun.answer(draw("1+".repeat(6_000) + "1", 1))).contains("at most 10,000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "1+(", "1+", "-", "1^", "half of ", "1% of ", "√", "sum of ", "1,", "1,000", "1 ",
			"a", "=", "?", ".", "一", "百", "三百", "的", "再", "the ", "then ", "what is ", "请", "one ", "1-", "1/",
			"12/31/", ",", "3与", "1.5万", "e", "9e" })
	@Timeout(20)
	void longTextsDoNotHang(String part) {
		String text = part.repeat(20_000 / part.length());
		for (String ending : List.of("", "1", "!", ")", "的和")) {
			ExactPlanner.draw(text + ending, 20);
		}
	}

	@Test
	@Timeout(20)
	void aPlanOfTenThousandOperationsDoesNotHang() {
		assertThat(draw("1+".repeat(9_999) + "1", 20).tasks()).hasSizeLessThanOrEqualTo(20);
	}

	private Plan draw(String objective, int maxTasks) {
		return ExactPlanner.draw(objective, maxTasks).orElseThrow();
	}

	private static List<String> expressions(Plan plan) {
		return plan.tasks()
			.stream()
			.map((task) -> ((UseTool) task.assignment()).inputs().path("expression").asString())
			.toList();
	}

}
