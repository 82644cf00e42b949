package dev.babyagi.language;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonReplyTests {

	private static final String EXPECTED = "{\"city\":\"Paris\",\"tags\":[\"a\",\"b\"]}";

	@ParameterizedTest
	@ValueSource(strings = { EXPECTED, "  \n" + EXPECTED + "\n", "```json\n" + EXPECTED + "\n```",
			"```\n" + EXPECTED + "\n```\nI hope this helps!", "Here is the plan [1]: " + EXPECTED + " Good luck {}.",
			"{\"city\":\"Paris\",\"tags\":[\"a\",\"b\",],}", "{'city':'Paris',tags:['a','b']}",
			"{\"city\":\"Paris\", // the capital, don't ask\n\"tags\":[\"a\",/* and */\"b\"]}",
			"Use {placeholders} such as {this}: " + EXPECTED, EXPECTED + "\n" + "{\"city\":\"Rome\"}" })
	void readsTheDocument(String text) {
		assertThat(JsonReply.read(text)).contains(JsonMapper.shared().readTree(EXPECTED));
	}

	@Test
	void readsAnArrayInProse() {
		assertThat(JsonReply.read("Tasks: [{\"id\":1},{\"id\":2}] done")).hasValueSatisfying((tasks) -> {
			assertThat(tasks.isArray()).isTrue();
			assertThat(tasks.size()).isEqualTo(2);
		});
	}

	@Test
	void readsBracketsInsideStrings() {
		assertThat(JsonReply.read("x {\"a\":\"} ] { [\"} y"))
			.hasValueSatisfying((document) -> assertThat(document.path("a").asString()).isEqualTo("} ] { ["));
	}

	@Test
	void readsLineBreaksInsideStrings() {
		assertThat(JsonReply.read("{\"a\":\"one\ntwo\"}"))
			.hasValueSatisfying((document) -> assertThat(document.path("a").asString()).isEqualTo("one\ntwo"));
	}

	@Test
	void keepsAllDigitsOfADecimal() {
		assertThat(JsonReply.read("{\"a\":0.1234567890123456789012345}"))
			.hasValueSatisfying((document) -> assertThat(document.path("a").decimalValue())
				.isEqualTo(new BigDecimal("0.1234567890123456789012345")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Paris", "42", "\"Paris\"", "{\"city\":\"Par", "[1, 2", "{{{{", "}{", "null" })
	void findsNothingWhereNothingIsWhole(String text) {
		assertThat(JsonReply.read(text)).isEmpty();
	}

	@Test
	void readsNothingTooLongOrTooDeep() {
		assertThat(JsonReply.read("[" + "1,".repeat(600_000) + "1]")).isEmpty();
		assertThat(JsonReply.read("[".repeat(101) + "]".repeat(101)))
			.hasValueSatisfying((inner) -> assertThat(inner.toString()).hasSize(200));
		assertThat(JsonReply.read("{\"a\":" + "9".repeat(1001) + "}")).isEmpty();
	}

	@Test
	@Timeout(20)
	void givesUpOnHostileTextSoon() {
		assertThat(JsonReply.read("[".repeat(1_000_000))).isEmpty();
		assertThat(JsonReply.read("{\"a".repeat(250_000))).isEmpty();
		assertThat(JsonReply.read("{\"a\":\"" + "x[".repeat(400_000))).isEmpty();
	}

	@Test
	void givesWhatIsCutOffFromItsFirstBracketOn() {
		assertThat(JsonReply.fromFirstBracket("Sure! ```json\n{\"tasks\":[{\"id\":\"t1\"},{\"id\":\"t"))
			.isEqualTo("{\"tasks\":[{\"id\":\"t1\"},{\"id\":\"t");
		assertThat(JsonReply.fromFirstBracket("no document")).isEmpty();
	}

}
