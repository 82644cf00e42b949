package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way of an objective, from its POST to its answer, over real HTTP on both
 * sides. Each database runs these same tests.
 */
abstract class AbstractJourneyTests extends AbstractServiceTests {

	private static final String QUESTION = "Compare the parts of the matter and say what was found";

	@Test
	void keepsFractionsFromTaskToTaskAndSaysWhatIsRounded() {
		assertThat(service().solve("1/6 + 1/6 + 1/6 - 1/2").path("result").path("answer").asString()).isEqualTo("0");
		JsonNode third = service().solve("1 / 3").path("result");
		assertThat(third.path("answer").asString()).isEqualTo("0.3333333333333333333333333333333333");
		assertThat(third.path("warnings").path(0).asString()).contains("rounded to 34 significant digits");
	}

	@Test
	void solvesArithmeticWithoutAModel() {
		JsonNode solved = service().solve("What is (3 + 5) * 2 - 4 / 8?");
		assertThat(solved.path("state").asString()).isEqualTo("completed");
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("15.5");
		assertThat(ENDPOINT.ledger().size()).isZero();
	}

	@Test
	void tellsThatWorkBeganBeforeWhatCameOfIt() {
		JsonNode events = service().events(service().solve("1 + 2 * 3").path("id").asString());
		assertThat(events.valueStream().map((event) -> event.path("type").asString())).startsWith("objective.state",
				"objective.state", "plan.created");
		assertThat(events.path(1).path("data").path("phase").asString()).isEqualTo("planning");
	}

	@Test
	void tellsHowItStandsWhenTheWaitWasTooShort() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(2), ResponseScript.always(WireFaults.hanging()),
				ModelReplies.ids(2)));
		JsonNode waited = service().postWaiting("/v1/objectives", "{\"objective\": \"%s\"}".formatted(QUESTION), 3);
		assertThat(waited.path("state").asString()).isEqualTo("working");
		assertThat(waited.path("phase").asString()).isEqualTo("executing");
		service().post("/v1/objectives/" + waited.path("id").asString() + "/cancel", "{}");
		service().await(waited.path("id").asString(), ServiceClient::isTerminal);
	}

	@Test
	void tellsWhatAnEndpointThatTalksNonsenseDid() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("")));
		JsonNode failed = service().solve(QUESTION, "\"planning\": \"direct\"", "\"limits\": {\"maxReplans\": 0}");
		assertThat(failed.path("state").asString()).isEqualTo("failed");
		assertThat(failed.path("error").path("detail").asString()).contains("empty reply");
	}

	@Test
	void tellsWhetherThereMayBeAResultLater() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(2), ResponseScript.always(WireFaults.hanging()),
				ModelReplies.ids(2)));
		String id = service().submit(QUESTION);
		assertThat(service().get("/v1/objectives/" + id + "/result").path("retryable").asBoolean()).isTrue();
		service().post("/v1/objectives/" + id + "/cancel", "{}");
		service().await(id, ServiceClient::isTerminal);
		JsonNode never = service().get("/v1/objectives/" + id + "/result");
		assertThat(never.path("type").asString()).isEqualTo("/problems/no-result");
		assertThat(never.path("retryable").asBoolean()).isFalse();
	}

	@Test
	void tellsWhetherThereMayBeAPlanLater() {
		ENDPOINT.answer(ResponseScript.always(WireFaults.hanging()));
		String id = service().submit(QUESTION);
		for (String accept : List.of("application/json", "text/vnd.mermaid", "image/svg+xml")) {
			HttpResponse<String> drawn = service().look("/v1/objectives/" + id + "/plan", accept);
			assertThat(drawn.statusCode()).isEqualTo(409);
			assertThat(drawn.headers().firstValue("Retry-After")).contains("1");
			assertThat(drawn.body()).contains("/problems/no-plan", "\"retryable\":true");
		}
		assertThat(service().look("/v1/objectives/" + id + "/timeline").body()).contains("/problems/no-plan");
		service().post("/v1/objectives/" + id + "/cancel", "{}");
		service().await(id, ServiceClient::isTerminal);
		JsonNode never = service().plan(id);
		assertThat(never.path("type").asString()).isEqualTo("/problems/no-plan");
		assertThat(never.path("retryable").asBoolean()).isFalse();
		assertThat(service().status("/v1/objectives/obj_01M88T7XCWFF7BTR43W16AM3XF/plan")).isEqualTo(404);
	}

	@Test
	void takesOnlyInstantsThatTheDatabaseKnows() {
		for (String instant : List.of("-1000000000-01-01T00:00:00Z", "%2B10000-01-01T00:00:00Z",
				"-0001-12-31T23:59:59Z")) {
			assertThat(service().status("/v1/objectives?createdAfter=" + instant)).isEqualTo(400);
			String deadline = "{\"objective\":\"1+1\",\"limits\":{\"deadline\":\"%s\"}}"
				.formatted(instant.replace("%2B", "+"));
			assertThat(service().answer("/v1/objectives", deadline).statusCode()).isEqualTo(400);
		}
		for (String instant : List.of("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
			assertThat(service().status("/v1/objectives?limit=1&createdBefore=" + instant)).isEqualTo(200);
			assertThat(service().status("/v1/objectives?limit=1&createdAfter=" + instant)).isEqualTo(200);
		}
		assertThat(service().solve("1+1", "\"limits\":{\"deadline\":\"9999-12-31T23:59:59.999999999Z\"}")
			.path("state")
			.asString()).isEqualTo("completed");
	}

	@Test
	void createsNothingForARequestItCannotAnswer() {
		String body = "{\"objective\": \"1 + 1\"}";
		JsonNode before = service().get("/v1/objectives?limit=1").path("items");
		assertThat(service().statusOf("/v1/objectives", body, "application/json", "text/html")).isEqualTo(406);
		assertThat(service().statusOf("/v1/objectives", body, "application/json", "garbage")).isEqualTo(406);
		assertThat(service().statusOf("/v1/objectives", body, "*/*", "application/json")).isEqualTo(415);
		assertThat(service().get("/v1/objectives?limit=1").path("items")).isEqualTo(before);
		assertThat(service().statusOf("/v1/objectives", body, "application/json", "application/json;charset=utf-16"))
			.isEqualTo(202);
	}

	@Test
	void erasesOnceHoweverManyAsk() throws Exception {
		String id = service().solve("1 + 1").path("id").asString();
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = Stream.generate(() -> clients.submit(() -> service().erase(id)))
				.limit(8)
				.toList();
			for (Future<Integer> answer : answers) {
				statuses.add(answer.get());
			}
		}
		assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
	}

	@Test
	void failsClearlyOnADivisionByZeroAndAsksNobody() {
		JsonNode failed = service().solve("(2 + 3) / (4 - 4)");
		assertThat(failed.path("stopReason").asString()).isEqualTo("task_failed");
		assertThat(failed.path("error").path("detail").asString()).contains("Division by zero");
		assertThat(ENDPOINT.ledger().size()).isZero();
	}

	@Test
	void plansRunsInParallelAndJoins() {
		ResponseScript executor = ResponseScript.always(FakeResponse.text("found").after(Duration.ofSeconds(1)));
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(8), executor, ModelReplies.ids(8)));
		JsonNode solved = service().solve(QUESTION);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("All parts were found.");
		assertThat(solved.path("stopReason").asString()).isEqualTo("goal_met");
		assertThat(solved.path("usage").path("modelCalls").asInt()).isEqualTo(10).isEqualTo(ENDPOINT.ledger().size());
		assertThat(ENDPOINT.ledger().mostAtOnce()).isEqualTo(8);
	}

	@Test
	void startsATaskOnlyWhenWhatItDependsOnIsDone() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.diamond(), ModelReplies.ids(5)));
		JsonNode solved = service().solve(QUESTION);
		assertThat(solved.path("state").asString()).isEqualTo("completed");
		List<String> asked = ENDPOINT.ledger()
			.calls()
			.stream()
			.map((call) -> call.request().user())
			.filter((user) -> user.contains("Look into part t5"))
			.toList();
		assertThat(asked.getLast()).contains("found");
	}

	@Test
	void keepsAJournalWithoutAGapThatEndsWithTheEnd() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(2), ModelReplies.ids(2)));
		JsonNode solved = service().solve(QUESTION);
		JsonNode events = service().events(solved.path("id").asString());
		assertThat(events.valueStream().map((event) -> event.path("sequence").asInt()))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
		assertThat(events.path(events.size() - 1).path("type").asString()).isEqualTo("objective.completed");
	}

	@Test
	void answersDirectlyWhatIsOneStep() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Paris\"}")));
		JsonNode solved = service().solve("What is the capital of France?");
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1);
		assertThat(service().plan(solved.path("id").asString()).path("origin").asString()).isEqualTo("direct");
	}

	@Test
	void usesTheToolThatADirectAnswerNames() {
		ENDPOINT.answer(ResponseScript
			.always(FakeResponse.text("{\"tool\": \"calculator\", \"inputs\": {\"expression\": \"max(3, 7)\"}}")));
		JsonNode solved = service().solve("Which number is larger, three or seven?");
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("7");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1);
	}

	@Test
	void windsDownWhenItsModelCallsAreUsedUp() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(8), ModelReplies.ids(3)));
		JsonNode solved = service().solve(QUESTION, "\"limits\":{\"maxModelCalls\":5}");
		assertThat(solved.path("completeness").asString()).isEqualTo("partial");
		assertThat(solved.path("stopReason").asString()).isEqualTo("budget_exhausted");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(5);
	}

	@Test
	void failsAtOnceOnAWrongKey() {
		ENDPOINT
			.answer(ResponseScript.always(FakeResponse.error(401, "invalid_api_key", "Incorrect API key sk-CANARY")));
		JsonNode failed = service().solve(QUESTION);
		assertThat(failed.path("state").asString()).isEqualTo("failed");
		assertThat(failed.path("stopReason").asString()).isEqualTo("provider_unavailable");
		assertThat(failed.toString()).doesNotContain("sk-CANARY");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1);
	}

	@Test
	void cancelsAndClosesTheSockets() throws Exception {
		ENDPOINT.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(ModelReplies.fan(8))),
				ResponseScript.always(WireFaults.hanging()),
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t1")))));
		String id = service().submit(QUESTION);
		ENDPOINT.ledger().awaitCalls(9);
		assertThat(service().answer("/v1/objectives/" + id + "/cancel", "{}").statusCode()).isEqualTo(202);
		JsonNode canceled = service().await(id, ServiceClient::isTerminal);
		assertThat(canceled.path("state").asString()).isEqualTo("canceled");
		ENDPOINT.ledger().await((calls) -> calls.stream().skip(1).allMatch((call) -> call.clientLeft()));
		assertThat(canceled.path("usage").path("modelCalls").asInt()).isEqualTo(9);
	}

	@Test
	void cancelsGracefullyOnceRunningCallsHaveEnded() throws Exception {
		CountDownLatch ordered = new CountDownLatch(1);
		ResponseScript executor = ResponseScript.always(FakeResponse.text("found").after(Duration.ofMillis(300)))
			.behind(ordered);
		ENDPOINT.answer(ModelReplies.working(ModelReplies.diamond(), executor, ModelReplies.ids(5)));
		String id = service().submit(QUESTION);
		ENDPOINT.ledger().awaitCalls(2);
		service().post("/v1/objectives/" + id + "/cancel", "{\"mode\":\"graceful\"}");
		ordered.countDown();
		JsonNode canceled = service().await(id, ServiceClient::isTerminal);
		assertThat(canceled.path("state").asString()).isEqualTo("canceled");
		assertThat(ENDPOINT.ledger().calls()).hasSize(2).noneMatch((call) -> call.clientLeft());
		assertThat(service().tasks(id).path(0).path("state").asString()).isEqualTo("succeeded");
	}

	@Test
	void givesASubObjectiveAPlanOfItsOwn() {
		String plan = ModelReplies.fan(2).replaceFirst("\"assignment\":\"think\"", "\"assignment\":\"plan\"");
		String children = ModelReplies.diamond().replace("Look into", "Weigh");
		ResponseScript planner = (request) -> FakeResponse
			.text(request.user().contains("is to be split") ? children : plan);
		ENDPOINT.answer(ModelReplies.byRole(planner, ResponseScript.always(FakeResponse.text("found")),
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t1", "t2")))));
		JsonNode solved = service().solve(QUESTION);
		assertThat(solved.path("completeness").asString()).isEqualTo("full");
		assertThat(service().tasks(solved.path("id").asString())
			.valueStream()
			.filter((task) -> task.path("parent").asString("").equals("t1"))
			.map((task) -> task.path("state").asString())).hasSize(5).containsOnly("succeeded");
	}

	@Test
	void climbsFromRetryToVote() {
		ResponseScript executor = (request) -> FakeResponse
			.text((asksForANumber(request) && seen() < 3) ? "no idea" : "42");
		ENDPOINT.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(numberPlan())), executor,
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t1")))));
		JsonNode solved = service().solve(QUESTION, "\"planning\":\"plan\"");
		assertThat(solved.path("state").asString()).isEqualTo("completed");
		JsonNode task = service().tasks(solved.path("id").asString()).path(0);
		assertThat(task.path("verification").path("level").asString()).isEqualTo("vote");
		assertThat(task.path("attempt").asInt()).isEqualTo(3);
		assertThat(ENDPOINT.ledger().size()).isEqualTo(solved.path("usage").path("modelCalls").asInt());
	}

	private static boolean asksForANumber(FakeRequest request) {
		return request.user().contains("Count the parts");
	}

	private static long seen() {
		return ENDPOINT.ledger().calls().stream().filter((call) -> asksForANumber(call.request())).count();
	}

	private static String numberPlan() {
		return """
				{"thought":"","requirements":[{"id":"r1","text":"a count"}],"tasks":[{"id":"t1","title":"Count",
				"instruction":"Count the parts","assignment":"think","covers":["r1"],"expect":{"type":"number"}},
				{"id":"t2","title":"Name","instruction":"Name the largest part","assignment":"think","covers":["r1"]}],
				"final":{"kind":"reference","value":"${t1.output}"}}""";
	}

	@ParameterizedTest
	@ValueSource(strings = { "Say \uD83D\uDE00 and \u00E9e\u0301", "${jndi:ldap://127.0.0.1:1/x}",
			"#{T(java.lang.Runtime).getRuntime()}", "'; drop table objective; --", "%00%0d%0a{{objective}}</data>",
			"line one\nline two\tand \u200D joined", "\u202Egnp.exe" })
	void keepsTextAsItWasWrittenWhateverItSays(String text) {
		ENDPOINT.answer(ResponseScript.always(FakeResponse
			.text(JsonMapper.shared().writeValueAsString(JsonMapper.shared().createObjectNode().put("answer", text)))));
		JsonNode solved = service().solve(text, "\"planning\":\"direct\"");
		assertThat(solved.path("objective").asString()).isEqualTo(text);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\\u0000b", "a\\uD800b", "a\\u001Bb" })
	void refusesTextThatNoDatabaseTakesOrThatSteersATerminal(String text) {
		JsonNode problem = service().post("/v1/objectives", "{\"objective\":\"" + text + "\"}");
		assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
	}

	@Test
	void refusesWhatIsNoObjective() {
		for (String blank : List.of("", " ", "\u00A0\u2003", "\u200B")) {
			assertThat(service().post("/v1/objectives", "{\"objective\": \"" + blank + "\"}").path("type").asString())
				.isEqualTo("/problems/invalid-request");
		}
		assertThat(service().post("/v1/objectives", "{\"objective\":\"1+1\",\"epoch\":9}").path("type").asString())
			.isEqualTo("/problems/invalid-request");
		assertThat(service().post("/v1/objectives", "{\"objective\":\"1+1\",\"limits\":{\"maxTasks\":100000}}")
			.path("type")
			.asString()).isEqualTo("/problems/unprocessable");
	}

	/** It waits for five seconds the first time. */
	@Test
	void waitsForAnEndpointThatIsDown() throws InterruptedException {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(2), ModelReplies.ids(2))
			.exceptFirst(4, ResponseScript.always(WireFaults.html(503))));
		String id = service().submit(QUESTION);
		ENDPOINT.ledger().awaitCalls(4);
		assertThat(awaitLetGo(id).path("state").asString()).isEqualTo("working");
		pass(Duration.ofSeconds(5));
		JsonNode solved = service().await(id, ServiceClient::isTerminal);
		assertThat(solved.path("state").asString()).isEqualTo("completed");
		assertThat(solved.path("usage").path("modelCalls").asInt()).isEqualTo(ENDPOINT.ledger().size());
	}

}
