package dev.babyagi.planning.fix;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReferenceAliases}.
 */
class ReferenceAliasesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			$2                     | ${t2.output}
			$15                    | ${t15.output}
			$1 and $15.            | ${t1.output} and ${t15.output}.
			$t2.output.rows[0]     | ${t2.output.rows[0]}
			${2}                   | ${t2.output}
			${t2}                  | ${t2.output}
			${ t2.result }         | ${t2.output}
			${t2.rows[0]}          | ${t2.output.rows[0]}
			{{t2.output}}          | ${t2.output}
			${{ 2 }}               | ${t2.output}
			#E2                    | ${t2.output}
			#E10 and #E1           | ${t10.output} and ${t1.output}
			${t1.output}${t2}      | ${t1.output}${t2.output}
			${tasks.t1.output}     | ${t1.output}
			{{ tasks.t1.result }}  | ${t1.output}
			${task1.output}        | ${t1.output}
			${step_2.result.rows}  | ${t2.output.rows}
			${Task 2}              | ${t2.output}
			${t1['output']}        | ${t1.output}
			${t1["output"]['a b']} | ${t1.output["a b"]}
			{t1.output}            | ${t1.output}
			{ t1.result.rows[0] }  | ${t1.output.rows[0]}
			t2                     | ${t2.output}
			t2.output.rows         | ${t2.output.rows}
			""")
	void normalisesWhatModelsWrite(String written, String canonical) {
		assertThat(aliases().normaliseValue(written)).isEqualTo(canonical);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			it costs $40
			it costs $2.50
			it costs $1,000 or $1-2
			#E2E8F0 is a colour
			the $2k question
			t2 is the second
			{2}
			{t1}
			{"a": "t1", "b.output": 1}
			${HOME} #{2} $x
			""")
	void leavesMoneyColoursAndWordsAlone(String written) {
		assertThat(aliases().normaliseValue(written)).isEqualTo(written);
	}

	@Test
	void readsLongTextsOfAlmostReferencesOnce() {
		String almost = "${t1.output".repeat(20_000);
		assertThat(aliases().normalise(almost)).hasSize(almost.length());
	}

	private static ReferenceAliases aliases() {
		return new ReferenceAliases((taskId) -> taskId.equals("t1") || taskId.equals("t2") || taskId.equals("t15"));
	}

}
