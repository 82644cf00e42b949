package dev.babyagi.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link References} and {@link Reference}.
 */
class ReferencesTests {

	private static final Map<String, JsonNode> VALUES = Map.of("t1", ExactJson.read("7"), "t2",
			ExactJson.read("{\"rows\":[{\"name\":\"Oslo\"}],\"two words\":true}"), "t3",
			StringNode.valueOf("${t1.output}"), "t15", DecimalNode.valueOf(new BigDecimal("1E+3")), "t3-1",
			ExactJson.read("[1,2]"));

	@Test
	void findsTheTasksOfATextInOrder() {
		assertThat(References.tasksIn("a ${t2.output.rows[0]} b ${t15.output} ${t1.output} ${t1.output}"))
			.containsExactly("t2", "t15", "t1");
	}

	@Test
	void findsTheTasksAnywhereInADocument() {
		assertThat(References.tasksIn(ExactJson.read("{\"a\":[{\"b\":\"${t3-1.output}\"}],\"${t9.output}\":1}")))
			.containsExactly("t3-1");
	}

	@Test
	void readsNoOtherSpelling() {
		assertThat(References.tasksIn("$1 ${1} #E1 ${t1} ${t01.output} ${tx.output} ${ t1.output }")).isEmpty();
	}

	@Test
	void keepsTheTypeOfAValueThatIsExactlyOneReference() {
		assertThat(resolve("\"${t1.output}\"")).isEqualTo(ExactJson.read("7"));
		assertThat(resolve("{\"a\":[\"${t3-1.output}\"]}")).isEqualTo(ExactJson.read("{\"a\":[[1,2]]}"));
	}

	@Test
	void splicesTextRawNumbersPlainAndTheRestAsJson() {
		assertThat(resolve("\"<${t3.output}> ${t15.output} ${t3-1.output}\""))
			.isEqualTo(StringNode.valueOf("<${t1.output}> 1000 [1,2]"));
	}

	@Test
	void keepsEveryDigitOfANumber() {
		String digits = "0.33333333333333333333333333333333333333333333333333";
		JsonNode resolved = References.resolve(ExactJson.read("\"${t1.output} * 3\""),
				(reference) -> ExactJson.read(digits));
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
		assertThat(resolve("\"${t2.output[\\\"two words\\\"]}\"")).isEqualTo(ExactJson.read("true"));
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

	@Test
	void readsLongTextsOfAlmostReferencesOnce() {
		String almost = "${t1.output".repeat(20_000);
		assertThat(References.tasksIn(almost)).isEmpty();
	}

	private static JsonNode resolve(String json) {
		return References.resolve(ExactJson.read(json),
				(reference) -> reference.within(value(reference.taskId())).orElseThrow());
	}

	private static JsonNode value(String taskId) {
		return Optional.ofNullable(VALUES.get(taskId)).orElseThrow();
	}

}
