package dev.babyagi.planning;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link References}, {@link Reference} and {@link Aliases}.
 */
class ReferencesTests {

	private static final Map<String, JsonNode> VALUES = Map.of("t1", Json.read("7"), "t2",
			Json.read("{\"rows\":[{\"name\":\"Oslo\"}],\"two words\":true}"), "t3", StringNode.valueOf("${t1.output}"),
			"t15", DecimalNode.valueOf(new BigDecimal("1E+3")), "t3-1", Json.read("[1,2]"));

	@Test
	void findsTheTasksOfATextInOrder() {
		assertThat(References.tasksIn("a ${t2.output.rows[0]} b ${t15.output} ${t1.output} ${t1.output}"))
			.containsExactly("t2", "t15", "t1");
	}

	@Test
	void findsTheTasksAnywhereInADocument() {
		assertThat(References.tasksIn(Json.read("{\"a\":[{\"b\":\"${t3-1.output}\"}],\"${t9.output}\":1}")))
			.containsExactly("t3-1");
	}

	@Test
	void readsNoOtherSpelling() {
		assertThat(References.tasksIn("$1 ${1} #E1 ${t1} ${t01.output} ${tx.output} ${ t1.output }")).isEmpty();
	}

	@Test
	void keepsTheTypeOfAValueThatIsExactlyOneReference() {
		assertThat(resolve("\"${t1.output}\"")).isEqualTo(Json.read("7"));
		assertThat(resolve("{\"a\":[\"${t3-1.output}\"]}")).isEqualTo(Json.read("{\"a\":[[1,2]]}"));
	}

	@Test
	void splicesTextRawNumbersPlainAndTheRestAsJson() {
		assertThat(resolve("\"<${t3.output}> ${t15.output} ${t3-1.output}\""))
			.isEqualTo(StringNode.valueOf("<${t1.output}> 1000 [1,2]"));
	}

	@Test
	void keepsEveryDigitOfANumber() {
		String digits = "0.33333333333333333333333333333333333333333333333333";
		JsonNode resolved = References.resolve(Json.read("\"${t1.output} * 3\""), (reference) -> Json.read(digits));
		assertThat(resolved).isEqualTo(StringNode.valueOf(digits + " * 3"));
	}

	@Test
	void splicesAHugeExponentWithoutWritingItOut() {
		assertThat(References.spliced(DecimalNode.valueOf(new BigDecimal("1E+999999999")))).isEqualTo("1E+999999999");
	}

	@Test
	void neverReadsWhatItPutIn() {
		assertThat(References.render("${t3.output}", (reference) -> "${t1.output} $1")).isEqualTo("${t1.output} $1");
	}

	@Test
	void followsThePathIntoAValue() {
		assertThat(resolve("\"${t2.output.rows[0].name}\"")).isEqualTo(StringNode.valueOf("Oslo"));
		assertThat(resolve("\"${t2.output[\\\"two words\\\"]}\"")).isEqualTo(Json.read("true"));
	}

	@Test
	void hasNothingWhereThePathLeadsNowhere() {
		References.render("${t2.output.rows[1]} ${t1.output.rows}", (reference) -> {
			assertThat(reference.within(value(reference.taskId()))).isEmpty();
			return "";
		});
	}

	@Test
	void writesAReferenceAsItWasRead() {
		String text = "${t2.output.rows[0].name} ${t2.output[\"two words\"]} ${t3-1-2.output}";
		assertThat(References.render(text, Reference::text)).isEqualTo(text);
	}

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
			${HOME} #{2} $x
			""")
	void leavesMoneyColoursAndWordsAlone(String written) {
		assertThat(aliases().normaliseValue(written)).isEqualTo(written);
	}

	@Test
	void readsLongTextsOfAlmostReferencesOnce() {
		String almost = "${t1.output".repeat(20_000);
		assertThat(References.tasksIn(almost)).isEmpty();
		assertThat(aliases().normalise(almost)).hasSize(almost.length());
	}

	private static Aliases aliases() {
		return new Aliases((taskId) -> taskId.equals("t1") || taskId.equals("t2") || taskId.equals("t15"));
	}

	private static JsonNode resolve(String json) {
		return References.resolve(Json.read(json),
				(reference) -> reference.within(value(reference.taskId())).orElseThrow());
	}

	private static JsonNode value(String taskId) {
		return Optional.ofNullable(VALUES.get(taskId)).orElseThrow();
	}

}
