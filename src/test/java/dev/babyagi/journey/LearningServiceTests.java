package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.evaluation.Draws;
import dev.babyagi.evaluation.HouseQuestion;
import dev.babyagi.evaluation.HouseRule;
import dev.babyagi.evaluation.LearningModel;
import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Feedback over HTTP: a correction becomes a lesson, the lesson is tried, used, measured
 * and deleted.
 */
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:learning;DB_CLOSE_DELAY=-1",
		"babyagi.memory.extract=off", "babyagi.memory.embedding.model=none" })
class LearningServiceTests extends AbstractServiceTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HouseRule RULE = new HouseRule(7, 2, 11);

	/** Makes no mistakes. */
	private static final LearningModel.Competence ABLE = new LearningModel.Competence(1, 0, 0, 0);

	/** Looks like a key, and is none. */
	private static final String KEY_LIKE = "sk-proj-" + "a1B2c3D4e5F6".repeat(6) + "Zz";

	private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

	@BeforeEach
	void model() {
		ENDPOINT.answer(new LearningModel(ABLE, new Draws(1)));
	}

	@Test
	void learnsARuleThatOnlyFeedbackTells() {
		HouseQuestion question = HouseQuestion.SHIPPING;
		JsonNode wrong = ask(question, 3, 4);
		assertThat(answer(wrong)).isNotEqualTo(RULE.of(3, 4));
		JsonNode feedback = correct(wrong, RULE, 3, 4);
		assertThat(feedback.path("verdict").asString()).isEqualTo("failure");
		assertThat(feedback.path("attribution").path(0).path("kind").asString()).isEqualTo("task");
		JsonNode candidate = awaitLesson("candidate", (lesson) -> isAbout(lesson, wrong));
		label(question, RULE, 10);
		JsonNode lesson = awaitLesson("active", (active) -> active.path("id").equals(candidate.path("id")));
		JsonNode admission = service().get(path(lesson) + "/effect").path("admission");
		assertThat(admission.path("wins").asInt()).isGreaterThanOrEqualTo(4);
		assertThat(admission.path("losses").asInt()).isZero();
		JsonNode right = askWith(question);
		assertThat(service().get(path(lesson)).path("uses").asInt()).isPositive();
		assertThat(prompt(right)).contains("A lesson from feedback", lesson.path("content").asString());
		assertThat(delete(lesson)).isEqualTo(204);
		JsonNode again = ask(question, 21, 9);
		assertThat(answer(again)).as("the old mistake").isNotEqualTo(RULE.of(21, 9));
	}

	@Test
	void refusesAWrongCorrectionByReplay() {
		HouseQuestion question = HouseQuestion.DOUGH;
		JsonNode wrong = ask(question, 3, 4);
		JsonNode misled = correct(wrong, new HouseRule(9, 9, 9), 3, 4);
		label(question, RULE, 11);
		JsonNode lesson = awaitLesson("retired", (retired) -> isAbout(retired, wrong));
		assertThat(lesson.path("reason").asString()).contains("Refused: Of", "replays it won 0");
		assertThat(service().get("/v1/learning").path("refused").toString()).contains(id(lesson));
		assertThat(feedback(wrong).path("items").path(0).path("id")).isEqualTo(misled.path("id"));
	}

	@Test
	void retiresWhatChangedFeedbackTaught() {
		HouseQuestion question = HouseQuestion.LEAGUE;
		JsonNode wrong = ask(question, 3, 4);
		correct(wrong, RULE, 3, 4);
		JsonNode lesson = awaitLesson("candidate", (candidate) -> isAbout(candidate, wrong));
		HttpResponse<String> changed = give(wrong, "{\"rating\":1}");
		assertThat(changed.statusCode()).isEqualTo(200);
		assertThat(JSON.readTree(changed.body()).path("correction").isNull()).isTrue();
		assertThat(service().get(path(lesson)).path("state").asString()).isEqualTo("retired");
		assertThat(give(wrong, "{\"rating\":1}").statusCode()).as("the same again").isEqualTo(200);
		String feedback = id(feedback(wrong).path("items").path(0));
		String at = "/v1/objectives/" + id(wrong) + "/feedback/" + feedback;
		assertThat(service().delete(at, "*")).isEqualTo(204);
		assertThat(service().delete(at, "*")).isEqualTo(404);
	}

	@Test
	void takesFeedbackThatChangesWhileItIsReflectedOn() throws Exception {
		JsonNode wrong = ask(HouseQuestion.CRANE, 3, 4);
		List<Future<Integer>> given = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
			for (int number = 0; number < 40; number++) {
				String body = "{\"rating\":-1,\"correction\":\"Count %d for each and %d besides.\"}".formatted(number,
						number % 3);
				given.add(clients.submit(() -> give(wrong, body).statusCode()));
			}
		}
		for (Future<Integer> one : given) {
			assertThat(one.get()).isIn(200, 201);
		}
		assertThat(feedback(wrong).path("items")).hasSize(1);
	}

	@Test
	void erasesWhatOnlyAnErasedObjectiveTaught() {
		JsonNode wrong = ask(HouseQuestion.CRANE, 3, 4);
		correct(wrong, RULE, 3, 4);
		JsonNode lesson = awaitLesson("candidate", (candidate) -> isAbout(candidate, wrong));
		assertThat(service().erase(id(wrong))).isEqualTo(204);
		assertThat(service().status(path(lesson))).isEqualTo(404);
		assertThat(jdbc().sql("select count(*) from feedback where objective_id = ?")
			.param(WireId.parse("obj", id(wrong)).orElseThrow())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void saysWhyNothingIsLearned() {
		JsonNode silent = service().solve(HouseQuestion.GARDEN.ask(3, 4), "\"planning\":\"direct\"",
				"\"learning\":{\"teach\":false}");
		correct(silent, RULE, 3, 4);
		assertThat(awaitReflection(silent).path("note").asString()).contains("learning.teach=false");
		JsonNode unexplained = ask(HouseQuestion.GARDEN, 5, 4);
		give(unexplained, "{\"rating\":-0.5}");
		assertThat(awaitReflection(unexplained).path("note").asString()).contains("give a comment or a correction");
		JsonNode unlabelled = ask(HouseQuestion.GARDEN, 6, 4);
		give(unlabelled, "{\"comment\":\"Hm.\"}");
		assertThat(awaitReflection(unlabelled).path("note").asString()).contains("give a rating");
		assertThat(service().get("/v1/learning").path("refused").toString()).contains("learning.teach=false");
	}

	@Test
	void usesNoLessonWhereTheClientWantsNone() {
		HouseQuestion question = HouseQuestion.CHOIR;
		JsonNode wrong = ask(question, 3, 4);
		correct(wrong, RULE, 3, 4);
		JsonNode lesson = awaitLesson("candidate", (candidate) -> isAbout(candidate, wrong));
		JsonNode pinned = patch(lesson, "{\"pinned\":true}");
		assertThat(pinned.path("state").asString()).isEqualTo("active");
		assertThat(answer(askWith(question))).isPositive();
		JsonNode without = service().solve(question.ask(30, 5), "\"planning\":\"direct\"",
				"\"learning\":{\"use\":false}");
		assertThat(answer(without)).isNotEqualTo(RULE.of(30, 5));
		JsonNode edited = patch(lesson, "{\"content\":\"Ask the choir.\"}");
		assertThat(edited.path("state").asString()).as("pinned").isEqualTo("active");
		assertThat(edited.path("uses").asInt()).as("of the new words").isZero();
		JsonNode retired = patch(lesson, "{\"state\":\"retired\",\"pinned\":false}");
		assertThat(retired.path("state").asString()).isEqualTo("retired");
	}

	@Test
	void changesNoLessonBlindly() {
		JsonNode wrong = ask(HouseQuestion.ROUTER, 3, 4);
		correct(wrong, RULE, 3, 4);
		JsonNode lesson = awaitLesson("candidate", (candidate) -> isAbout(candidate, wrong));
		assertThat(service().patch(path(lesson), "\"77\"", "{\"pinned\":true}").statusCode()).isEqualTo(412);
		assertThat(service().delete(path(lesson), "\"77\"")).isEqualTo(412);
		assertThat(service().patch(path(lesson), "*", "{}").statusCode()).isEqualTo(400);
		assertThat(service().patch(path(lesson), "*", "{\"state\":\"active\"}").statusCode()).isEqualTo(422);
		String key = "{\"content\":\"Use " + KEY_LIKE + "\"}";
		assertThat(service().patch(path(lesson), "*", key).statusCode()).isEqualTo(422);
		assertThat(service().get(path(lesson))).isEqualTo(lesson);
	}

	@Test
	void takesNoFeedbackThatCannotBe() {
		JsonNode done = ask(HouseQuestion.TABLES, 3, 4);
		assertThat(give(done, "{}").statusCode()).isEqualTo(400);
		assertThat(give(done, "{\"rating\":2}").statusCode()).isEqualTo(400);
		assertThat(give(done, "{\"stars\":2}").statusCode()).isEqualTo(400);
		assertThat(give(done, "{\"correction\":\"Use the key " + KEY_LIKE + "\"}").statusCode()).isEqualTo(422);
		assertThat(service().answer("/v1/objectives/" + id(done) + "/tasks/t9/feedback", "{\"rating\":1}").statusCode())
			.isEqualTo(404);
		assertThat(service().answer("/v1/objectives/obj_01M88EQ6FJEXDAV3FV4QHVJ0ZZ/feedback", "{\"rating\":1}")
			.statusCode()).isEqualTo(404);
		assertThat(feedback(done).path("items")).isEmpty();
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(new LearningModel(ABLE, new Draws(1)).behind(gate));
		String open = service().submit(HouseQuestion.TABLES.ask(9, 9), "\"planning\":\"direct\"");
		assertThat(service().answer("/v1/objectives/" + open + "/feedback", "{\"rating\":1}").statusCode())
			.isEqualTo(409);
		gate.countDown();
		service().await(open, ServiceClient::isTerminal);
	}

	@Test
	void spreadsARatingOverTheTasksOfAPlan() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(3), "t1"));
		JsonNode end = service().solve("Compare three things and say which one is best", "\"planning\":\"plan\"");
		HttpResponse<String> response = give(end, "{\"rating\":1}");
		JsonNode attribution = JSON.readTree(response.body()).path("attribution");
		double sum = attribution.valueStream().mapToDouble((part) -> part.path("share").asDouble()).sum();
		assertThat(sum).as(response.body()).isCloseTo(1, within(0.01));
		assertThat(attribution.path(0).path("why").asString()).isNotBlank();
		HttpResponse<String> task = service().answer("/v1/objectives/" + id(end) + "/tasks/t1/feedback",
				"{\"rating\":1}");
		assertThat(JSON.readTree(task.body()).path("attribution").path(0).path("id").asString()).isEqualTo("t1");
		assertThat(feedback(end).path("items")).hasSize(2);
	}

	@Test
	void comparesJudgesWithPeople() {
		String plan = """
				{"thought":"Write.","tasks":[{"id":"t1","title":"Write","instruction":"Write a greeting","assignment":"think",
				"success":{"kind":"rubric","arg":"It is polite"}}],"final":{"kind":"reference","value":"${t1.output}"}}""";
		ENDPOINT.answer((request) -> switch (request.schemaName()) {
			case "plan" -> FakeResponse.text(plan);
			case "judge" -> FakeResponse.text("{\"reason\":\"It is.\",\"met\":true}");
			default -> FakeResponse.text("Good morning!");
		});
		JsonNode end = service().solve("Write a greeting to the board and report it", "\"planning\":\"plan\"");
		JsonNode task = service().tasks(id(end)).path(0);
		assertThat(task.path("verification").path("level").asString()).as("%s", task).isEqualTo("judge");
		String asked = ENDPOINT.ledger()
			.calls()
			.stream()
			.map(CallLedger.Call::request)
			.filter((request) -> request.schemaName().equals("judge"))
			.map((request) -> request.user())
			.findFirst()
			.orElseThrow();
		assertThat(asked).contains("It is polite", "Good morning!").doesNotContain("board");
		assertThat(end.path("usage").path("modelCalls").asInt()).as("planner, executor, judge").isEqualTo(3);
		JsonNode before = service().get("/v1/learning").path("judge");
		give(end, "{\"rating\":-1}");
		JsonNode after = service().get("/v1/learning").path("judge");
		assertThat(after.path("compared").asInt()).isEqualTo(before.path("compared").asInt() + 1);
		assertThat(after.path("agreed").asInt()).isEqualTo(before.path("agreed").asInt());
	}

	@Test
	void showsSignalsThatNobodyGave() {
		String context = "\"contextId\":\"ctx_01M88EQ6FJEXDAV3FV4QHVJ0T7\"";
		JsonNode first = service().solve(HouseQuestion.TABLES.ask(5, 6), "\"planning\":\"direct\"", context);
		service().solve(HouseQuestion.TABLES.ask(5, 6), "\"planning\":\"direct\"", context);
		JsonNode implicit = feedback(first).path("implicit");
		assertThat(implicit.toString()).contains("asked_again");
		JsonNode sum = service().solve("What is (3 + 5) * 2?");
		assertThat(feedback(sum).path("implicit").path(0).path("kind").asString()).isEqualTo("check_passed");
	}

	private JsonNode awaitReflection(JsonNode objective) {
		long deadline = System.nanoTime() + PATIENCE;
		while (System.nanoTime() < deadline) {
			JsonNode reflection = feedback(objective).path("items").path(0).path("reflection");
			if (!reflection.path("state").asString().equals("waiting")) {
				return reflection;
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		throw new AssertionError("Never reflected on: " + feedback(objective));
	}

	private JsonNode feedback(JsonNode objective) {
		return service().get("/v1/objectives/" + id(objective) + "/feedback");
	}

	private HttpResponse<String> give(JsonNode objective, String body) {
		return service().answer("/v1/objectives/" + id(objective) + "/feedback", body);
	}

	private JsonNode patch(JsonNode lesson, String body) {
		HttpResponse<String> response = service().patch(path(lesson), etag(lesson), body);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JSON.readTree(response.body());
	}

	private boolean isAbout(JsonNode lesson, JsonNode objective) {
		return lesson.path("sources").toString().contains(id(objective));
	}

	/** Asks until an objective is not held out. */
	private JsonNode askWith(HouseQuestion question) {
		for (int one = 30; one < 60; one++) {
			JsonNode objective = ask(question, one, 5);
			if (answer(objective) == RULE.of(one, 5)) {
				return objective;
			}
		}
		throw new AssertionError("The lesson is never used");
	}

	private String prompt(JsonNode objective) {
		return ENDPOINT.ledger()
			.calls()
			.stream()
			.map(CallLedger.Call::request)
			.map((request) -> request.user())
			.filter((user) -> user.contains(objective.path("objective").asString()))
			.reduce((one, other) -> other)
			.orElseThrow();
	}

	private JsonNode ask(HouseQuestion question, int one, int other) {
		return service().solve(question.ask(one, other), "\"planning\":\"direct\"", "\"memory\":{\"read\":false}");
	}

	private static int answer(JsonNode objective) {
		return Integer.parseInt(objective.path("result").path("answer").asString());
	}

	private JsonNode correct(JsonNode objective, HouseRule rule, int one, int other) {
		HttpResponse<String> response = service().answer("/v1/objectives/" + id(objective) + "/feedback",
				JSON.createObjectNode()
					.put("rating", -1)
					.put("correction", rule.words(0))
					.put("expectedOutput", Integer.toString(rule.of(one, other)))
					.toString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
		return JSON.readTree(response.body());
	}

	/** Says of further answers what was expected. */
	private void label(HouseQuestion question, HouseRule rule, int times) {
		for (int number = 0; number < times; number++) {
			JsonNode objective = ask(question, 4 + number, 6);
			service().answer("/v1/objectives/" + id(objective) + "/feedback",
					"{\"expectedOutput\":\"" + rule.of(4 + number, 6) + "\"}");
		}
	}

	private JsonNode awaitLesson(String state, Predicate<JsonNode> wanted) {
		long deadline = System.nanoTime() + PATIENCE;
		while (System.nanoTime() < deadline) {
			for (JsonNode lesson : service().get("/v1/lessons?limit=100").path("items")) {
				if (lesson.path("state").asString().equals(state) && wanted.test(lesson)) {
					return lesson;
				}
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
		throw new AssertionError(service().text("/v1/lessons") + service().text("/v1/learning"));
	}

	private int delete(JsonNode lesson) {
		return service().delete(path(lesson), etag(lesson));
	}

	private String etag(JsonNode lesson) {
		return service().look(path(lesson)).headers().firstValue("ETag").orElse("");
	}

	private static String path(JsonNode lesson) {
		return "/v1/lessons/" + id(lesson);
	}

	private static String id(JsonNode node) {
		return node.path("id").asString();
	}

}
