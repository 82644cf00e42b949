package dev.babyagi.execution;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.schema.SchemaFit;
import dev.babyagi.tool.Catalogues;
import dev.babyagi.tool.Tools;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationTests {

	private static final Expect LIST = new Expect(Expect.Type.LIST, null, null, null);

	private final Verification verification = new Verification(new Criteria(Catalogues.of(Tools.calculator())));

	@Test
	void acceptsAPlainAnswerAsUnverified() {
		Checked.Passed passed = passed(Tasks.think(Expect.TEXT), " Oslo lies on a fjord.\n");
		assertThat(passed.artifact()).isEqualTo(Tasks.text("Oslo lies on a fjord."));
		assertThat(passed.level()).isEqualTo(Level.NONE);
		assertThat(passed.verified()).isFalse();
		assertThat(passed.level().verdict()).isEqualTo("unverified");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t", "I'm sorry, but I can't help with that." })
	void refusesWhatIsNoAnswer(String reply) {
		assertThat(failed(Tasks.think(Expect.TEXT), reply).message()).startsWith("The reply ");
	}

	@Test
	void refusesAnAnswerOfTheWrongType() {
		Checked.Failed failed = failed(Tasks.think(Expect.NUMBER), "Either 3 or 4");
		assertThat(failed.message()).contains("3, 4");
		assertThat(failed.answer()).isEqualTo("Either 3 or 4");
	}

	@Test
	void refusesAnAnswerThatIsTooLong() {
		Expect expect = new Expect(Expect.Type.TEXT, null, null, 3);
		assertThat(passed(Tasks.think(expect), "中文😀").artifact().text()).isEqualTo("中文😀");
		assertThat(failed(Tasks.think(expect), "abcd").message()).contains("4 characters, at most 3");
	}

	@Test
	void refusesAnAnswerThatDoesNotFitItsSchema() {
		Task task = Tasks.think(new Expect(Expect.Type.LIST,
				Tasks.json("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":2}"), null, null));
		assertThat(passed(task, "{\"value\":[\"a\",\"b\"]}").level()).isEqualTo(Level.NONE);
		assertThat(failed(task, "{\"value\":[\"a\",1]}").message()).contains("schema", "string");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3 + 5             | 8
			10 / 3            | 3.333
			10 / 3            | 3.3333333333
			${t1.output} * 2  | 16
			${t2.output}^2    | 9
			3 > 2             | true
			""")
	void acceptsWhatIsComputedAgain(String expression, String reply) {
		Task task = Tasks.think(
				reply.equals("true") ? new Expect(Expect.Type.BOOLEAN, null, null, null) : Expect.NUMBER,
				new Success(Success.Kind.RECOMPUTE, ExactJson.text(expression)));
		Checked.Passed passed = passed(task, reply);
		assertThat(passed.level()).isEqualTo(Level.RECOMPUTE);
		assertThat(passed.verified()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "3 + 5,9", "10 / 3,3.3", "10 / 3,3", "10 / 4,3", "10 / 3,3.334" })
	void refusesWhatIsComputedOtherwise(String expression, String reply) {
		Task task = Tasks.think(Expect.NUMBER, new Success(Success.Kind.RECOMPUTE, ExactJson.text(expression)));
		assertThat(failed(task, reply).message()).contains("Computed again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "the sum", "1 / 0", "${t7.output} + 1", "${t3.output} + 1" })
	void anExpressionThatCannotBeComputedSaysNothing(String expression) {
		Task task = Tasks.think(Expect.NUMBER, new Success(Success.Kind.RECOMPUTE, ExactJson.text(expression)));
		assertThat(passed(task, "8").level()).isEqualTo(Level.NONE);
	}

	@Test
	void matchesAPatternAsAWhole() {
		Task task = Tasks.think(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text("[A-Z]{3}")));
		assertThat(passed(task, "NOK").level()).isEqualTo(Level.REGEX);
		assertThat(failed(task, "NOK!").message()).contains("[A-Z]{3}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?=lookahead)", "([a-z]", "(?<name>" })
	void aPatternThatIsNoneSaysNothing(String pattern) {
		Task task = Tasks.think(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text(pattern)));
		assertThat(passed(task, "NOK").level()).isEqualTo(Level.NONE);
	}

	@Test
	@Timeout(10)
	void runsHostilePatternsInLinearTime() {
		Task task = Tasks.think(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text("(a+)+b")));
		assertThat(failed(task, "a".repeat(50_000) + "!")).isNotNull();
		Task schema = Tasks.think(Expect.TEXT,
				new Success(Success.Kind.SCHEMA, Tasks.json("{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}")));
		assertThat(failed(schema, "a".repeat(50_000) + "!")).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"min":0,"max":10}         | 10  | true
			{"min":0,"max":10}         | 10.1| false
			{"minimum":0}              | -1  | false
			[0, 10]                    | 0   | true
			[null, 10]                 | -99 | true
			""")
	void holdsANumberWithinItsRange(String range, String reply, boolean holds) {
		Task task = Tasks.think(Expect.NUMBER, new Success(Success.Kind.RANGE, Tasks.json(range)));
		if (holds) {
			assertThat(passed(task, reply).level()).isEqualTo(Level.RANGE);
		}
		else {
			assertThat(failed(task, reply).message()).contains("does not lie within");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "\"0..10\"", "{\"min\":5,\"max\":1}" })
	void aRangeThatIsNoneSaysNothing(String range) {
		Task task = Tasks.think(Expect.NUMBER, new Success(Success.Kind.RANGE, Tasks.json(range)));
		assertThat(passed(task, "7").level()).isEqualTo(Level.NONE);
	}

	@Test
	void holdsAnAnswerToTheSchemaThatIsItsCriterion() {
		Task task = Tasks.think(LIST,
				new Success(Success.Kind.SCHEMA, Tasks.json("{\"type\":\"array\",\"maxItems\":2}")));
		assertThat(passed(task, "[1,2]").level()).isEqualTo(Level.SCHEMA);
		assertThat(failed(task, "[1,2,3]").message()).contains("schema");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"type\":17}", "{\"$ref\":\"#/$defs/none\"}", "{\"$ref\":\"classpath:application.yaml\"}",
					"{\"$ref\":\"http://127.0.0.1:9/schema\"}", "{\"pattern\":\"(?=x)\"}", "[]" })
	void aSchemaThatCannotBeUsedSaysNothing(String schema) {
		Task task = Tasks.think(LIST, new Success(Success.Kind.SCHEMA, Tasks.json(schema)));
		assertThat(passed(task, "[\"a\"]").level()).isIn(Level.NONE, Level.SCHEMA);
	}

	@Test
	void aSchemaCannotChangeWhatAnotherMeans() {
		String id = "\"$id\":\"https://example.com/s\"";
		assertThat(SchemaFit.of(Tasks.json("{" + id + ",\"type\":\"string\"}"), ExactJson.text("x")).fits()).isTrue();
		SchemaFit other = SchemaFit.of(Tasks.json("{\"$ref\":\"https://example.com/s\"}"), ExactJson.text("x"));
		assertThat(other.usable()).isFalse();
	}

	@Test
	void aRubricIsNotJudgedYet() {
		Task task = Tasks.think(Expect.TEXT, new Success(Success.Kind.RUBRIC, ExactJson.text("It is polite")));
		assertThat(passed(task, "Good day").level()).isEqualTo(Level.NONE);
	}

	private Checked.Passed passed(Task task, String reply) {
		Checked checked = check(task, reply);
		assertThat(checked).isInstanceOf(Checked.Passed.class);
		return (Checked.Passed) checked;
	}

	private Checked.Failed failed(Task task, String reply) {
		Checked checked = check(task, reply);
		assertThat(checked).isInstanceOf(Checked.Failed.class);
		return (Checked.Failed) checked;
	}

	private Checked check(Task task, String reply) {
		Map<String, Artifact> artifacts = Map.of("t1", Tasks.number("8"), "t2", Tasks.number("-3"), "t3",
				Tasks.text("many"));
		return this.verification.check(task, artifacts, reply);
	}

}
