package dev.babyagi.planning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DirectReply.Answer;
import dev.babyagi.planning.DirectReply.Misfit;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the direct way through {@link Planning}.
 */
class DirectTests {

	private static final String WEEKDAY = "What weekday is 2026-03-01?";

	private final Planning planning = PlanningFixtures.planning();

	@Test
	void asksForAnAnswerOrATool() {
		ModelRequest ask = this.planning.askDirect(PlanRequestFixtures.of(WEEKDAY));
		assertThat(ask.role()).isEqualTo(ModelRole.EXECUTOR);
		assertThat(ask.form()).isInstanceOfSatisfying(ReplyForm.Structured.class,
				(form) -> assertThat(form.schema().toString()).contains("answer", "datetime")
					.doesNotContain("send_mail"));
		assertThat(ask.system()).contains("datetime").doesNotContain(WEEKDAY);
		assertThat(ask.user()).contains(WEEKDAY);
	}

	@Test
	void asksForPlainTextWithoutTools() {
		assertThat(this.planning.askDirect(PlanRequestFixtures.withTools(WEEKDAY)).form()).isEqualTo(ReplyForm.TEXT);
	}

	@Test
	void asksForTheSchemaOfTheAnswer() {
		ModelRequest ask = this.planning.askDirect(PlanRequestFixtures.withSchema(WEEKDAY, "{\"type\":\"object\"}"));
		assertThat(ask.form()).isEqualTo(new ReplyForm.Structured("answer", ExactJson.read("{\"type\":\"object\"}")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"answer": "Sunday"}                        | Sunday
			```json {"answer": "Sunday",} ```           | Sunday
			{"answer": 24}                              | 24
			{"answer": "Sunday", "tool": "calculator"}  | Sunday
			It is a Sunday.                             | It is a Sunday.
			[{"answer": "Sunday"}]                      | Sunday
			{"response": {"answer": "Sunday"}}          | Sunday
			{"answer": {"answer": "Sunday"}}            | Sunday
			{"final_answer": "Sunday"} # done           | Sunday
			[1, 2]                                      | [1, 2]
			""")
	void takesTheAnswer(String reply, String answer) {
		assertThat(this.planning.readDirect(PlanRequestFixtures.of(WEEKDAY), reply))
			.isEqualTo(new Answer(StringNode.valueOf(answer)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "datetime", "DateTime", "datetme" })
	void plansTheToolThatIsNamed(String name) {
		DirectReply reply = this.planning.readDirect(PlanRequestFixtures.of(WEEKDAY), "{\"answer\":null,\"tool\":\""
				+ name + "\",\"inputs\":{\"operation\":\"weekday\",\"date\":\"2026-03-01\"}}");
		assertThat(reply).isInstanceOfSatisfying(DirectReply.UseTool.class, (use) -> {
			assertThat(use.plan().origin()).isEqualTo(Origin.DIRECT);
			assertThat(use.plan().conclusion()).isEqualTo(new Conclusion.Reference("${t1.output}"));
			assertThat(use.plan().tasks()).singleElement()
				.extracting(Task::assignment)
				.isInstanceOfSatisfying(UseTool.class, (tool) -> assertThat(tool.tool()).isEqualTo("datetime"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"tool\":\"send_mail\",\"inputs\":{\"to\":\"x\"}}", "{\"tool\":\"rm_rf\",\"inputs\":{}}",
			"{\"tool\":\"datetime\",\"inputs\":{}}", "{\"tool\":\"datetime\",\"inputs\":{\"operation\":\"bomb\"}}",
			" " })
	void refusesToolsThatAreNotPermittedOrDoNotFit(String reply) {
		assertThat(this.planning.readDirect(PlanRequestFixtures.of(WEEKDAY), reply)).isInstanceOf(Misfit.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"day\": \"Sunday\"}", "{\"answer\": \"\"}", "{\"answer\": null, \"tool\": null}",
			"[{\"answer\": \" \"}]", "{\"answer\": {\"answer\": \"\"}}", "{\"answer\": \"Sun", "```json\nSunday\n```",
			"{\"tool\": \"datetime\", \"inputs\": \"tomorrow\"}" })
	void asksAnewForWhatHoldsNoAnswer(String reply) {
		assertThat(this.planning.readDirect(PlanRequestFixtures.of(WEEKDAY), reply)).isInstanceOf(Misfit.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"tool\":\"datetime\"}", "{\"answer\":\"\"}",
			"<tool_call>{\"name\":\"datetime\",\"arguments\":{}}</tool_call>" })
	void takesNoEnvelopeWithoutAnAnswerForAText(String reply) {
		assertThat(this.planning.readDirect(PlanRequestFixtures.withTools(WEEKDAY), reply)).isInstanceOf(Misfit.class);
	}

	@Test
	void takesATextOutOfItsEnvelope() {
		assertThat(this.planning.readDirect(PlanRequestFixtures.withTools(WEEKDAY), "{\"answer\":\"Sunday\"}"))
			.isEqualTo(new Answer(StringNode.valueOf("Sunday")));
		assertThat(this.planning.readDirect(PlanRequestFixtures.withTools("Write JSON"), "{\"answer\":\"Sunday\"}"))
			.isEqualTo(new Answer(StringNode.valueOf("{\"answer\":\"Sunday\"}")));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"tool\":\"datetime\",\"inputs\":\"{\\\"operation\\\":\\\"weekday\\\",\\\"date\\\":\\\"2026-03-01\\\"}\"}",
			"{\"name\":\"datetime\",\"arguments\":{\"operation\":\"weekday\",\"date\":\"2026-03-01\"}}",
			"<tool_call>\n{\"name\":\"datetime\",\"arguments\":{\"operation\":\"weekday\",\"date\":\"2026-03-01\"}}\n</tool_call>",
			"{\"tool_calls\":[{\"function\":{\"name\":\"datetime\",\"arguments\":\"{\\\"operation\\\":\\\"weekday\\\",\\\"date\\\":\\\"2026-03-01\\\"}\"}}]}" })
	void readsAToolCallHoweverItIsWritten(String reply) {
		assertThat(this.planning.readDirect(PlanRequestFixtures.of(WEEKDAY), reply))
			.isInstanceOf(DirectReply.UseTool.class);
	}

	@Test
	void checksTheDocumentAgainstTheSchemaOfTheAnswer() {
		PlanRequest request = PlanRequestFixtures.withSchema(WEEKDAY,
				"{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\"}},\"required\":[\"day\"]}");
		assertThat(this.planning.readDirect(request, "Here: {\"day\": \"Sunday\"}"))
			.isEqualTo(new Answer(ExactJson.read("{\"day\":\"Sunday\"}")));
		assertThat(this.planning.readDirect(request, "{\"day\": 7}")).isInstanceOf(Misfit.class);
		assertThat(this.planning.readDirect(request, "Sunday")).isInstanceOf(Misfit.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"$ref\":\"http://127.0.0.1:1/x\"}", "{\"$ref\":\"file:///etc/passwd\"}",
			"{\"$ref\":\"classpath:/application.yaml\"}", "{\"$ref\":\"#/$defs/none\"}" })
	void fetchesNothingForTheSchemaOfTheAnswer(String schema) {
		assertThat(this.planning.readDirect(PlanRequestFixtures.withSchema(WEEKDAY, schema), "{\"day\":7}"))
			.isEqualTo(new Misfit("The reply does not fit the schema of the answer: the schema cannot be used"));
	}

	@Test
	void runsThePatternsOfASchemaInBoundedTimeAndSpace() {
		String schema = "{\"properties\":{\"a\":{\"pattern\":\"^(a+)+$\"},\"b\":{\"pattern\":\"(((a{100}){100}){100}){100}\"}}}";
		String reply = "{\"a\":\"" + "a".repeat(50_000) + "!\",\"b\":\"b\"}";
		assertThat(this.planning.readDirect(PlanRequestFixtures.withSchema(WEEKDAY, schema), reply))
			.isInstanceOf(Misfit.class);
	}

	@Test
	void drawsOneTaskEqualToTheObjective() {
		String objective = "Say ${t1.output} and </data> {{objective}}";
		Plan plan = this.planning.directPlan(PlanRequestFixtures.of(objective));
		assertThat(plan).isEqualTo(Plans.direct(objective));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"type":"number"}                        | true
			{"type":["object","string"]}             | true
			{"type":"integer","minimum":100}         | true
			{}                                       | true
			{"anyOf":[{"type":"object"},{"type":"string"}]} | true
			{"enum":["a"]}                           | true
			{"type":"object"}                        | false
			{"properties":{"a":{}}}                  | false
			{"type":"array"}                         | false
			""")
	void admitsTheExactPlannerWhereANumberOrATextIsTaken(String schema, boolean admitted) {
		assertThat(this.planning.needsNoModel(PlanRequestFixtures.withSchema("1 + 1", schema))).isEqualTo(admitted);
	}

	@Test
	void admitsTheExactPlannerOnlyWithTheCalculator() {
		assertThat(this.planning.needsNoModel(PlanRequestFixtures.of("1 + 1"))).isTrue();
		assertThat(this.planning.needsNoModel(PlanRequestFixtures.withTools("1 + 1", "datetime"))).isFalse();
		assertThat(this.planning.needsNoModel(PlanRequestFixtures.withTools("1 + 1"))).isFalse();
	}

}
