package dev.babyagi.journey;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each rung of the ladder, climbed by one objective whose executor is wrong so many
 * times: seen in the ledger of the endpoint and over the API.
 */
@ServiceOnH2
class LadderTests extends AbstractServiceTests {

	private static final String PLAN = """
			{"thought":"","requirements":[{"id":"r1","text":"a count"},{"id":"r2","text":"a name"}],"tasks":[
			{"id":"t1","title":"Count","instruction":"Count the parts","assignment":"think","covers":["r1"],
			"expect":{"type":"number"}},
			{"id":"t2","title":"Name","instruction":"Name the largest part","assignment":"think","covers":["r2"]}],
			"final":{"kind":"synthesize","instruction":"Say both"}}""";

	private static final String CHILDREN = """
			{"thought":"","tasks":[
			{"id":"t1-1","title":"Left","instruction":"Tally those on the left","assignment":"think",
			"expect":{"type":"number"}},
			{"id":"t1-2","title":"All","instruction":"Add those on the right to ${t1-1.output}","assignment":"think",
			"expect":{"type":"number"}}],
			"final":{"kind":"reference","value":"${t1-2.output}"}}""";

	private static final String SUFFIX = """
			{"thought":"","tasks":[{"id":"t3","title":"Estimate","instruction":"Estimate how many there are",
			"assignment":"think","covers":["r1"]}],"final":{"kind":"synthesize","instruction":"Say both"}}""";

	private static final String NO_PLAN = "I would rather not.";

	private static final String OBJECTIVE = "Count the parts and name the largest";

	@Test
	void retriesWithTheMessageOfTheChecker() {
		JsonNode solved = solve(1, NO_PLAN, NO_PLAN, "t1", "t2");
		assertThat(solved.path("completeness").asString()).isEqualTo("full");
		assertThat(counting()).hasSize(2);
		assertThat(counting().getLast().user()).contains("no idea");
		JsonNode task = task(solved, "t1");
		assertThat(task.path("attempt").asInt()).isEqualTo(2);
		assertThat(task.path("artifact").path("value").asInt()).isEqualTo(42);
		assertLedgerIs(solved, 1 + 2 + 1 + 1);
	}

	@Test
	void votesWhenTheRetryIsWrongToo() {
		JsonNode solved = solve(2, NO_PLAN, NO_PLAN, "t1", "t2");
		assertThat(solved.path("completeness").asString()).isEqualTo("full");
		assertThat(task(solved, "t1").path("verification").path("level").asString()).isEqualTo("vote");
		assertLedgerIs(solved, 1 + 5 + 1 + 1);
	}

	@Test
	void splitsTheTaskThatCannotBeDoneAsItIs() {
		JsonNode solved = solve(Integer.MAX_VALUE, CHILDREN, NO_PLAN, "t1", "t2");
		assertThat(solved.path("completeness").asString()).isEqualTo("full");
		JsonNode plan = service().plan(solved.path("id").asString());
		assertThat(plan.path("origin").asString()).isEqualTo("decomposed");
		assertThat(plan.path("revision").asInt()).isEqualTo(2);
		assertThat(task(solved, "t1-2").path("parent").asString()).isEqualTo("t1");
		assertThat(task(solved, "t1").path("artifact").path("value").asInt()).isEqualTo(7);
		assertLedgerIs(solved, 1 + 5 + 1 + 1 + 2 + 1);
	}

	@Test
	void plansTheRestAnewWhenTheTaskCannotBeSplit() {
		JsonNode solved = solve(Integer.MAX_VALUE, NO_PLAN, SUFFIX, "t2", "t3");
		assertThat(solved.path("completeness").asString()).isEqualTo("full");
		JsonNode plan = service().plan(solved.path("id").asString());
		assertThat(plan.path("origin").asString()).isEqualTo("replanned");
		assertThat(task(solved, "t2").path("state").asString()).isEqualTo("succeeded");
		assertThat(asked("Name the largest part")).as("what is finished is not done again").hasSize(1);
		assertLedgerIs(solved, 1 + 5 + 1 + 3 + 1 + 1 + 1);
	}

	@Test
	void finishesWithTheGapStatedWhenThereIsNoOtherWay() {
		JsonNode solved = solve(Integer.MAX_VALUE, NO_PLAN, NO_PLAN, "t2");
		assertThat(solved.path("state").asString()).isEqualTo("completed");
		assertThat(solved.path("completeness").asString()).isEqualTo("partial");
		assertThat(solved.path("stopReason").asString()).isEqualTo("stalled");
		assertThat(solved.path("result").path("warnings").toString()).contains("a count");
		assertThat(task(solved, "t1").path("state").asString()).isEqualTo("failed");
		assertLedgerIs(solved, 1 + 5 + 1 + 3 + 3 + 1);
	}

	private JsonNode solve(int wrongs, String children, String suffix, String... cites) {
		ResponseScript planner = (request) -> FakeResponse.text(request.user().contains("is to be split") ? children
				: request.user().contains("cannot go on as it is") ? suffix : PLAN);
		ResponseScript executor = ResponseScript.always(FakeResponse.text("7"))
			.except((request) -> request.user().contains("Count the parts\n"), counter(wrongs));
		ENDPOINT.answer(ModelReplies.byRole(planner, executor, ResponseScript.always(FakeResponse.text(join(cites)))));
		return service().solve(OBJECTIVE, "\"planning\":\"plan\"");
	}

	private static ResponseScript counter(int wrongs) {
		ResponseScript right = ResponseScript.always(FakeResponse.text("42"));
		return (wrongs == Integer.MAX_VALUE) ? ResponseScript.always(FakeResponse.text("no idea"))
				: right.exceptFirst(wrongs, ResponseScript.always(FakeResponse.text("no idea")));
	}

	/** Claims a count only if something that counts is cited. */
	private static String join(String... cites) {
		boolean counted = List.of(cites).size() > 1;
		return """
				{"thought":"","action":"finish","answer":"It is the left one.","claims":[{"text":"It is known","cites":["%s"]}],
				"missing":[%s]}"""
			.formatted(String.join("\",\"", cites), counted ? "" : "\"r1: a count\"");
	}

	private JsonNode task(JsonNode objective, String id) {
		return service().tasks(objective.path("id").asString())
			.valueStream()
			.filter((task) -> task.path("id").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private static List<FakeRequest> counting() {
		return asked("Count the parts\n");
	}

	private static List<FakeRequest> asked(String instruction) {
		return ENDPOINT.ledger()
			.calls()
			.stream()
			.map((call) -> call.request())
			.filter((request) -> request.user().contains(instruction) && request.schemaName().isEmpty())
			.toList();
	}

	private static void assertLedgerIs(JsonNode objective, int calls) {
		assertThat(ENDPOINT.ledger().size()).isEqualTo(calls)
			.isEqualTo(objective.path("usage").path("modelCalls").asInt());
	}

}
