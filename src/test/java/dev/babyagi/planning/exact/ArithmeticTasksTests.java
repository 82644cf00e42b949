package dev.babyagi.planning.exact;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.question.ArithmeticReader;

import static org.assertj.core.api.Assertions.assertThat;

class ArithmeticTasksTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			42                | 42
			-42               | -42
			-2 + 3            | -2 + 3
			2 - -3            | 2 - (-3)
			-2 * -3           | -2 * (-3)
			(-2) ^ 2          | (-2) ^ 2
			2 ^ -3            | 2 ^ (-3)
			(3 - 5) * 2       | 3 - 5; (${t1.output}) * 2
			2 - (3 - 5)       | 3 - 5; 2 - (${t1.output})
			-(3 - 5)          | 3 - 5; -(${t1.output})
			-2 ^ 2            | 2 ^ 2; -(${t1.output})
			(1 + 2)%          | 1 + 2; (${t1.output})%
			√(1 + 2)          | 1 + 2; sqrt((${t1.output}))
			200 + (10%)       | 200 + (10%)
			10% + 5           | 10% + 5
			1 + 2 * 3         | 2 * 3; 1 + (${t1.output})
			""")
	void writesOneTaskForEachOperation(String formula, String expressions) {
		assertThat(expressions(formula, 20)).isEqualTo(expressions);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 + 2 + 3 + 4             | 3 | 1 + 2; (${t1.output}) + 3; (${t2.output}) + 4
			1 + 2 + 3 + 4             | 2 | 1 + 2 + 3; (${t1.output}) + 4
			1 + 2 + 3 + 4             | 1 | 1 + 2 + 3 + 4
			1 - (2 - 3)               | 1 | 1 - (2 - 3)
			1 - 2 - 3                 | 1 | 1 - 2 - 3
			1 - 2 * 3                 | 1 | 1 - 2 * 3
			(1 - 2) * 3               | 1 | (1 - 2) * 3
			8 / (4 / 2)               | 1 | 8 / (4 / 2)
			8 / 4 / 2                 | 1 | 8 / 4 / 2
			2 ^ 3 ^ 2                 | 1 | 2 ^ (3 ^ 2)
			(2 ^ 3) ^ 2               | 1 | (2 ^ 3) ^ 2
			-2 ^ 2                    | 1 | -(2 ^ 2)
			-(1 - 2)                  | 1 | -(1 - 2)
			(1 + 2)%                  | 1 | (1 + 2)%
			200 - ((1 + 2)%)          | 1 | 200 - ((1 + 2)%)
			√(1 + 2)                  | 1 | sqrt(1 + 2)
			(1 + 2) * (3 - 4) - 5 * 6 | 2 | 5 * 6; (1 + 2) * (3 - 4) - (${t1.output})
			""")
	void writesParenthesesWhereAGroupNeedsThem(String formula, int maxTasks, String expressions) {
		assertThat(expressions(formula, maxTasks)).isEqualTo(expressions);
	}

	@Test
	void dependsOnWhatIsReferredToInItsOrder() {
		List<Task> tasks = tasks("(1 + 2) * (3 + 4) - (5 + 6)", 20);
		assertThat(tasks).allSatisfy(
				(task) -> assertThat(task.dependsOn()).containsExactlyElementsOf(References.tasksIn(expression(task))));
		assertThat(tasks.getLast().dependsOn()).hasSize(2);
	}

	@Test
	void saysInWordsWhatIsCalculated() {
		assertThat(tasks("(1 + 2) * (3 + 4)", 20)).extracting(Task::instruction)
			.containsExactly("Calculate 1 + 2", "Calculate 3 + 4",
					"Calculate t1 * t2, where t1 is 1 + 2 and t2 is 3 + 4");
	}

	@Test
	void cutsTheTitleOfALongGroupAndNotItsExpression() {
		String chain = IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).collect(Collectors.joining(" + "));
		Task task = tasks(chain, 1).getFirst();
		assertThat(task.title()).hasSize(80).startsWith("1 + 2 + 3").endsWith("…");
		assertThat(expression(task)).isEqualTo(chain);
	}

	private static String expressions(String formula, int maxTasks) {
		return tasks(formula, maxTasks).stream()
			.map(ArithmeticTasksTests::expression)
			.collect(Collectors.joining("; "));
	}

	private static String expression(Task task) {
		return ((UseTool) task.assignment()).inputs().path("expression").asString();
	}

	private static List<Task> tasks(String formula, int maxTasks) {
		return ArithmeticTasks.of(ArithmeticReader.read(formula).orElseThrow(), maxTasks);
	}

}
