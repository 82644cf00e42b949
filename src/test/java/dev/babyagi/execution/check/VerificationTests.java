package dev.babyagi.execution.check;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.TaskFixtures;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.schema.SchemaFit;
import dev.babyagi.tool.BuiltinTools;
import dev.babyagi.tool.Catalogues;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationTests {

	private static final Expect LIST = new Expect(Expect.Type.LIST, null, null, null);

	private final Verification verification = new Verification(
			new SuccessCriteria(Catalogues.of(BuiltinTools.calculator())));

	@Test
	void acceptsAPlainAnswerAsUnverified() {
		CheckedAnswer.Passed passed = passed(TaskFixtures.think(Expect.TEXT), " Oslo lies on a fjord.\n");
		assertThat(passed.artifact()).isEqualTo(TaskFixtures.text("Oslo lies on a fjord."));
		assertThat(passed.level()).isEqualTo(VerificationLevel.NONE);
		assertThat(passed.verified()).isFalse();
		assertThat(passed.level().verdict()).isEqualTo("unverified");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t", "I'm sorry, but I can't help with that." })
	void refusesWhatIsNoAnswer(String reply) {
		assertThat(failed(TaskFixtures.think(Expect.TEXT), reply).message()).startsWith("The reply ");
	}

	@Test
	void refusesAnAnswerOfTheWrongType() {
		CheckedAnswer.Failed failed = failed(TaskFixtures.think(Expect.NUMBER), "Either 3 or 4");
		assertThat(failed.message()).contains("3, 4");
		assertThat(failed.answer()).isEqualTo("Either 3 or 4");
	}

	@Test
	void refusesAnAnswerThatIsTooLong() {
		Expect expect = new Expect(Expect.Type.TEXT, null, null, 3);
		assertThat(passed(TaskFixtures.think(expect), "中文😀").artifact().text()).isEqualTo("中文😀");
		assertThat(failed(TaskFixtures.think(expect), "abcd").message()).contains("4 characters, at most 3");
	}

	@Test
	void refusesAnAnswerThatDoesNotFitItsSchema() {
		Task task = TaskFixtures.think(new Expect(Expect.Type.LIST,
				TaskFixtures.json("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":2}"), null, null));
		assertThat(passed(task, "{\"value\":[\"a\",\"b\"]}").level()).isEqualTo(VerificationLevel.NONE);
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
		Task task = TaskFixtures.think(
				reply.equals("true") ? new Expect(Expect.Type.BOOLEAN, null, null, null) : Expect.NUMBER,
				new Success(Success.Kind.RECOMPUTE, ExactJson.text(expression)));
		CheckedAnswer.Passed passed = passed(task, reply);
		assertThat(passed.level()).isEqualTo(VerificationLevel.RECOMPUTE);
		assertThat(passed.verified()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "3 + 5,9", "10 / 3,3.3", "10 / 3,3", "10 / 4,3", "10 / 3,3.334" })
	void refusesWhatIsComputedOtherwise(String expression, String reply) {
		Task task = TaskFixtures.think(Expect.NUMBER, new Success(Success.Kind.RECOMPUTE, ExactJson.text(expression)));
		assertThat(failed(task, reply).message()).contains("Computed again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "the sum", "1 / 0", "${t7.output} + 1", "${t3.output} + 1" })
	void anExpressionThatCannotBeComputedSaysNothing(String expression) {
		Task task = TaskFixtures.think(Expect.NUMBER, new Success(Success.Kind.RECOMPUTE, ExactJson.text(expression)));
		assertThat(passed(task, "8").level()).isEqualTo(VerificationLevel.NONE);
	}

	@Test
	void matchesAPatternAsAWhole() {
		Task task = TaskFixtures.think(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text("[A-Z]{3}")));
		assertThat(passed(task, "NOK").level()).isEqualTo(VerificationLevel.REGEX);
		assertThat(failed(task, "NOK!").message()).contains("[A-Z]{3}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?=lookahead)", "([a-z]", "(?<name>" })
	void aPatternThatIsNoneSaysNothing(String pattern) {
		Task task = TaskFixtures.think(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text(pattern)));
		assertThat(passed(task, "NOK").level()).isEqualTo(VerificationLevel.NONE);
	}

	@Test
	@Timeout(10)
	void runsHostilePatternsInLinearTime() {
		Task task = TaskFixtures.think(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text("(a+)+b")));
		assertThat(failed(task, "a".repeat(50_000) + "!")).isNotNull();
		Task schema = TaskFixtures.think(Expect.TEXT,
				new Success(Success.Kind.SCHEMA, TaskFixtures.json("{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}")));
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
		Task task = TaskFixtures.think(Expect.NUMBER, new Success(Success.Kind.RANGE, TaskFixtures.json(range)));
		if (holds) {
			assertThat(passed(task, reply).level()).isEqualTo(VerificationLevel.RANGE);
		}
		else {
			assertThat(failed(task, reply).message()).contains("does not lie within");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "\"0..10\"", "{\"min\":5,\"max\":1}" })
	void aRangeThatIsNoneSaysNothing(String range) {
		Task task = TaskFixtures.think(Expect.NUMBER, new Success(Success.Kind.RANGE, TaskFixtures.json(range)));
		assertThat(passed(task, "7").level()).isEqualTo(VerificationLevel.NONE);
	}

	@Test
	void holdsAnAnswerToTheSchemaThatIsItsCriterion() {
		Task task = TaskFixtures.think(LIST,
				new Success(Success.Kind.SCHEMA, TaskFixtures.json("{\"type\":\"array\",\"maxItems\":2}")));
		assertThat(passed(task, "[1,2]").level()).isEqualTo(VerificationLevel.SCHEMA);
		assertThat(failed(task, "[1,2,3]").message()).contains("schema");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"type\":17}", "{\"$ref\":\"#/$defs/none\"}", "{\"$ref\":\"classpath:application.yaml\"}",
					"{\"$ref\":\"http://127.0.0.1:9/schema\"}", "{\"pattern\":\"(?=x)\"}", "[]" })
	void aSchemaThatCannotBeUsedSaysNothing(String schema) {
		Task task = TaskFixtures.think(LIST, new Success(Success.Kind.SCHEMA, TaskFixtures.json(schema)));
		assertThat(passed(task, "[\"a\"]").level()).isIn(VerificationLevel.NONE, VerificationLevel.SCHEMA);
	}

	@Test
	void aSchemaCannotChangeWhatAnotherMeans() {
		String id = "\"$id\":\"https://example.com/s\"";
		assertThat(SchemaFit.of(TaskFixtures.json("{" + id + ",\"type\":\"string\"}"), ExactJson.text("x")).fits())
			.isTrue();
		SchemaFit other = SchemaFit.of(TaskFixtures.json("{\"$ref\":\"https://example.com/s\"}"), ExactJson.text("x"));
		assertThat(other.usable()).isFalse();
	}

	private CheckedAnswer.Passed passed(Task task, String reply) {
		CheckedAnswer checked = check(task, reply);
		assertThat(checked).isInstanceOf(CheckedAnswer.Passed.class);
		return (CheckedAnswer.Passed) checked;
	}

	private CheckedAnswer.Failed failed(Task task, String reply) {
		CheckedAnswer checked = check(task, reply);
		assertThat(checked).isInstanceOf(CheckedAnswer.Failed.class);
		return (CheckedAnswer.Failed) checked;
	}

	private CheckedAnswer check(Task task, String reply) {
		Map<String, Artifact> artifacts = Map.of("t1", TaskFixtures.number("8"), "t2", TaskFixtures.number("-3"), "t3",
				TaskFixtures.text("many"));
		return this.verification.check(task, artifacts, reply);
	}

}
