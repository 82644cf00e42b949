package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.WireId;
import dev.babyagi.picture.SvgStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a client may ask for beside the objective itself, and the views of what came of
 * it.
 */
@ServiceOnH2
class RequestOptionsTests extends AbstractServiceTests {

	private static final String PLANNED = "Compare the parts of the matter and say what was found";

	private static final String SCHEMA = """
			"outputSchema":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"],
			"additionalProperties":false}""";

	@Autowired
	private Dispatch dispatch;

	// -- outputSchema

	@Test
	void answersInTheFormOfTheSchema() {
		ENDPOINT.answer(ResponseScript.inTurn(FakeResponse.text("{\"town\":\"Paris\"}"),
				FakeResponse.text("{\"city\":\"Paris\"}")));
		JsonNode end = service().solve("What is the capital of France?", SCHEMA);
		assertThat(end.path("result").path("answer").path("city").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().calls().getLast().request().user()).contains("does not fit the schema");
	}

	@Test
	void joinsInTheFormOfTheSchema() {
		String join = ModelReplies.join("t1")
			.replace("\"All parts were found.\",\"claims\"", "{\"city\":\"Rome\"},\"claims\"");
		ENDPOINT.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(ModelReplies.fan(1))),
				ResponseScript.always(FakeResponse.text("Rome")), ResponseScript.always(FakeResponse.text(join))));
		JsonNode end = service().solve(PLANNED, SCHEMA);
		assertThat(end.path("result").path("answer").path("city").asString()).as("%s", end).isEqualTo("Rome");
	}

	// -- tools

	@Test
	void calculatesOnlyWithAPermittedCalculator() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\":\"42\"}")));
		assertThat(service().solve("6 * 7").path("usage").path("modelCalls").asInt()).isZero();
		assertThat(service().solve("6 * 7", "\"tools\":[]").path("usage").path("modelCalls").asInt()).isOne();
	}

	@Test
	void runsNoToolThatIsNotPermitted() {
		ENDPOINT.answer(ResponseScript.inTurn(
				FakeResponse.text("{\"tool\":\"calculator\",\"inputs\":{\"expression\":\"6*7\"}}"),
				FakeResponse.text("forty-two")));
		JsonNode end = service().solve("How many is six times seven of them?", "\"tools\":[\"datetime\"]");
		assertThat(end.path("result").path("answer").asString()).isEqualTo("forty-two");
		assertThat(ENDPOINT.ledger().calls().getLast().request().user()).contains("the tools are [datetime]");
	}

	// -- priority

	@Test
	void queuesTheMoreUrgentFirst() {
		this.dispatch.pause();
		try {
			long low = priority(service().submit("1 + 1", "\"priority\":0"));
			long usual = priority(service().submit("1 + 1"));
			long high = priority(service().submit("1 + 1", "\"priority\":9"));
			assertThat(List.of(low, usual, high)).isSorted().doesNotHaveDuplicates();
		}
		finally {
			this.dispatch.resume();
		}
	}

	// -- lists

	@Test
	void listsByContextStateAndTimeAPageAtATime() {
		JsonNode first = service().solve("1 + 1");
		String context = "\"contextId\":\"" + first.path("contextId").asString() + "\"";
		JsonNode second = service().solve("2 + 2", context);
		JsonNode failed = service().solve("1 / 0", context);
		service().solve("3 + 3");
		String query = "?contextId=" + first.path("contextId").asString();
		assertThat(ids(query)).containsExactly(id(failed), id(second), id(first));
		assertThat(ids(query + "&state=completed")).containsExactly(id(second), id(first));
		assertThat(ids(query + "&state=failed&phase=" + failed.path("phase").asString())).containsExactly(id(failed));
		assertThat(ids(query + "&createdAfter=" + first.path("createdAt").asString())).doesNotContain(id(first))
			.contains(id(failed));
		assertThat(ids(query + "&createdBefore=" + failed.path("createdAt").asString())).doesNotContain(id(failed))
			.contains(id(first));
		assertThat(idsByPages(query + "&limit=1")).containsExactly(id(failed), id(second), id(first));
	}

	// -- views

	@Test
	void drawsThePlan() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.diamond(), ModelReplies.ids(5)));
		JsonNode end = service().solve(PLANNED);
		assertThat(service().look("/v1/objectives/" + id(end) + "/plan", "text/vnd.mermaid").body())
			.startsWith("flowchart TD")
			.contains("t1[", "t1 --> t2", "t4 --> t5");
	}

	@Test
	void drawsPlanAndTimelineAsPicturesWithTheirOwnStyleAlone() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.diamond(), ModelReplies.ids(5)));
		JsonNode end = service().solve(PLANNED);
		String plan = end.path("links").path("plan").asString();
		HttpResponse<String> drawn = service().look(plan, "image/svg+xml");
		assertThat(drawn.headers().allValues("Content-Type")).containsExactly("image/svg+xml");
		assertThat(drawn.body()).startsWith("<svg ")
			.contains("id=\"task-t1\" class=\"task succeeded\"", "data-from=\"t4\" data-to=\"t5\"", "·");
		HttpResponse<String> timeline = service().look(end.path("links").path("timeline").asString());
		assertThat(timeline.headers().allValues("Content-Type")).containsExactly("image/svg+xml");
		assertThat(timeline.body()).contains("id=\"time-t5\" class=\"task succeeded critical\"", "id=\"time-answer\"");
		for (HttpResponse<String> picture : List.of(drawn, timeline)) {
			assertThat(picture.headers().allValues("Content-Security-Policy")).singleElement()
				.asString()
				.startsWith("default-src 'none'; style-src '" + SvgStyle.hash() + "';");
			assertThat(picture.headers().allValues("Cache-Control")).containsExactly("no-store");
		}
		for (String accept : List.of("*/*", "text/html,*/*;q=0.8", "application/json")) {
			assertThat(service().look(plan, accept).headers().firstValue("Content-Type")).contains("application/json");
		}
		assertThat(service().look(plan, "image/png").statusCode()).isEqualTo(406);
	}

	@Test
	void drawsATitleAsTextWhateverItHolds() {
		String plan = ModelReplies.fan(2).replace("Part t1", "查 </text><script>\\u202Ecod");
		ENDPOINT.answer(ModelReplies.working(plan, ModelReplies.ids(2)));
		String id = id(service().solve(PLANNED));
		for (String view : List.of("/plan", "/timeline")) {
			assertThat(service().look("/v1/objectives/" + id + view, "image/svg+xml").body())
				.contains("查 &lt;/text&gt;&lt;script&gt;cod")
				.doesNotContain("<script", "\u202E");
		}
	}

	@Test
	void countsWhatEachTaskUsed() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(3), ModelReplies.ids(3)));
		JsonNode end = service().solve(PLANNED);
		List<JsonNode> usages = service().tasks(id(end)).valueStream().map((task) -> task.path("usage")).toList();
		assertThat(usages).hasSize(3).allSatisfy((usage) -> {
			assertThat(usage.path("inputTokens").asInt()).isEqualTo(10);
			assertThat(usage.path("outputTokens").asInt()).isEqualTo(2);
			assertThat(usage.path("costUsd").decimalValue()).isEqualByComparingTo("0.000002");
		});
		assertThat(end.path("usage").path("inputTokens").asInt()).isEqualTo(10 * 5);
	}

	@Test
	void skipsWhatDependsOnAFailedTask() {
		String plan = ModelReplies
			.plan(Map.of("t1", List.of(), "t2", List.of("t1"), "t3", List.of("t2"), "t9", List.of()));
		ENDPOINT.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(plan)),
				(request) -> FakeResponse.text(request.user().contains("Your task is t1:") ? " " : "found"),
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t9")))));
		JsonNode end = service().solve(PLANNED, "\"limits\":{\"maxReplans\":0,\"maxTasks\":4}");
		assertThat(states(end)).containsEntry("t1", "failed")
			.containsEntry("t2", "skipped")
			.containsEntry("t3", "skipped")
			.containsEntry("t9", "succeeded");
		assertThat(end.path("completeness").asString()).isEqualTo("partial");
	}

	private Map<String, String> states(JsonNode objective) {
		Map<String, String> states = new TreeMap<>();
		service().tasks(id(objective))
			.forEach((task) -> states.put(task.path("id").asString(), task.path("state").asString()));
		return states;
	}

	private long priority(String id) {
		return jdbc().sql("select priority from scheduled_tasks where task_instance = ?")
			.param(new ObjectiveId(WireId.parse("obj", id).orElseThrow()).id().toString())
			.query(Long.class)
			.single();
	}

	private List<String> ids(String query) {
		return ids(service().get("/v1/objectives" + query));
	}

	private static List<String> ids(JsonNode page) {
		return page.path("items").valueStream().map(RequestOptionsTests::id).toList();
	}

	private List<String> idsByPages(String query) {
		List<String> ids = new ArrayList<>();
		JsonNode page = service().get("/v1/objectives" + query);
		ids.addAll(ids(page));
		while (page.hasNonNull("nextCursor")) {
			page = service().get("/v1/objectives" + query + "&cursor=" + page.path("nextCursor").asString());
			ids.addAll(ids(page));
		}
		return ids;
	}

	private static String id(JsonNode objective) {
		return objective.path("id").asString();
	}

}
