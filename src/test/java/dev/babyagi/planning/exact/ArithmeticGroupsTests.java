package dev.babyagi.planning.exact;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.arithmetic.ArithmeticExpression;
import dev.babyagi.arithmetic.ArithmeticTerm.Operation;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.planning.question.ArithmeticReader;

import static org.assertj.core.api.Assertions.assertThat;

class ArithmeticGroupsTests {

	private static final ArithmeticExpression NESTED = read("(1 + 2 * 3) * (4 + 5) - (6 - 7)");

	@Test
	void makesEveryOperationATaskUpToTheLimit() {
		assertThat(tasks(NESTED, 6)).containsExactly(true, true, true, true, true, true);
	}

	@Test
	void givesTheDeepestAwayFirst() {
		assertThat(tasks(NESTED, 5)).containsExactly(false, true, true, true, true, true);
		assertThat(tasks(NESTED, 3)).containsExactly(false, false, false, true, true, true);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 20 })
	void fitsTheLimitAndKeepsTheResultATask(int maxTasks) {
		assertThat(tasks(NESTED, maxTasks)).endsWith(true)
			.filteredOn((isTask) -> isTask)
			.hasSize(Math.min(maxTasks, NESTED.operations().size()));
	}

	@Test
	void staysWithinWhatOneExpressionMayHoldAsLongAsThatIsPossible() {
		assertThat(lengths(6)).hasSizeLessThanOrEqualTo(6).allMatch((length) -> length <= 10_000);
		assertThat(lengths(2)).hasSize(2).anyMatch((length) -> length > 10_000);
	}

	/** The lengths of the expressions of a sum of 3,000 numbers of nine digits. */
	private static List<Integer> lengths(int maxTasks) {
		String sum = IntStream.range(0, 3_000)
			.mapToObj((number) -> Integer.toString(100_000_000 + number))
			.collect(Collectors.joining(" + "));
		return ArithmeticTasks.of(read(sum), maxTasks)
			.stream()
			.map((task) -> ((UseTool) task.assignment()).inputs().path("expression").asString().length())
			.toList();
	}

	private static List<Boolean> tasks(ArithmeticExpression formula, int maxTasks) {
		ArithmeticGroups groups = ArithmeticGroups.of(formula, maxTasks);
		return formula.operations().stream().map((Operation operation) -> groups.isTask(operation)).toList();
	}

	private static ArithmeticExpression read(String formula) {
		return ArithmeticReader.read(formula).orElseThrow();
	}

}
