package dev.babyagi.planning.exact;

import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.tool.BuiltinTools;
import dev.babyagi.tool.ToolResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Formulas made up at random: however a formula is worded and cut into tasks, it comes to
 * what the calculator makes of it in one piece.
 */
class ArithmeticPropertyTests {

	private static final int FORMULAS = 500;

	private final Random random = new Random(20);

	@Test
	void cuttingIntoTasksChangesNoResult() {
		for (int i = 0; i < FORMULAS; i++) {
			String formula = formula(5);
			for (int maxTasks : new int[] { 1, 2, 4, 20, 100 }) {
				assertThat(answer(formula, maxTasks)).as(formula).isEqualTo(calculated(formula));
			}
		}
	}

	@Test
	void wordsMeanWhatSignsMean() {
		for (int i = 0; i < FORMULAS; i++) {
			String formula = formula(4);
			String expected = calculated(formula);
			assertThat(answer(english(formula), 20)).as(english(formula)).isEqualTo(expected);
			assertThat(answer(chinese(formula), 20)).as(chinese(formula)).isEqualTo(expected);
			assertThat(answer(fullWidth(formula), 20)).as(fullWidth(formula)).isEqualTo(expected);
		}
	}

	@Test
	void aFormulaWithATextInItIsNotRead() {
		for (int i = 0; i < FORMULAS; i++) {
			StringBuilder text = new StringBuilder(formula(4));
			text.insert(this.random.nextInt(text.length() + 1), " apples ");
			assertThat(ExactPlanner.draw(text.toString(), 20)).as(text.toString()).isEmpty();
		}
	}

	private String formula(int depth) {
		if (depth == 0 || this.random.nextInt(5) == 0) {
			return number();
		}
		return switch (this.random.nextInt(8)) {
			case 0 -> "-(" + formula(depth - 1) + ")";
			case 1 -> "(" + formula(depth - 1) + ") ^ " + this.random.nextInt(1, 4);
			case 2 -> "((" + formula(depth - 1) + ")%)";
			case 3 -> operand(depth) + " mod " + this.random.nextInt(2, 9);
			case 4 -> formula(depth - 1) + " + " + formula(depth - 1);
			case 5 -> formula(depth - 1) + " - " + operand(depth);
			case 6 -> operand(depth) + " * " + operand(depth);
			default -> operand(depth) + " / " + operand(depth);
		};
	}

	private String operand(int depth) {
		return "(" + formula(depth - 1) + ")";
	}

	private String number() {
		return switch (this.random.nextInt(4)) {
			case 0 -> this.random.nextInt(100) + "." + this.random.nextInt(1, 100);
			case 1 -> "(" + this.random.nextInt(1, 100) + "%)";
			default -> Integer.toString(this.random.nextInt(1, 1_000));
		};
	}

	private static String english(String formula) {
		return "Compute " + formula.replace(" + ", " plus ")
			.replace(" - ", " minus ")
			.replace(" * ", " times ")
			.replace(" / ", " divided by ")
			.replace(" ^ ", " to the power of ")
			.replace("%", " percent") + "?";
	}

	private static String chinese(String formula) {
		return "请计算" + formula.replace(" + ", "加")
			.replace(" - ", "减")
			.replace(" * ", "乘以")
			.replace(" / ", "除以")
			.replace(" ^ 2", "的平方")
			.replace(" ^ 3", "的立方") + "等于多少?";
	}

	private static String fullWidth(String formula) {
		StringBuilder wide = new StringBuilder();
		formula.replace("mod", "取模")
			.chars()
			.forEach((c) -> wide.append((char) ((c > ' ' && c < '\u007f') ? c - '!' + '\uff01' : c)));
		return wide.append('＝').toString();
	}

	private static String answer(String objective, int maxTasks) {
		return ExactPlanner.draw(objective, maxTasks).map(ArithmeticRun::answer).orElse("not arithmetic");
	}

	private static String calculated(String formula) {
		return switch (BuiltinTools.calculator()
			.use(JsonNodeFactory.instance.objectNode().put("expression", formula))) {
			case ToolResult.Output(var _, String text, var _) -> text;
			case ToolResult.Failure(String reason) -> reason;
		};
	}

}
