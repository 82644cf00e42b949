package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
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

import static org.assertj.core.api.Assertions.assertThat;

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
		return service().delete(path(lesson), service().look(path(lesson)).headers().firstValue("ETag").orElse(""));
	}

	private static String path(JsonNode lesson) {
		return "/v1/lessons/" + id(lesson);
	}

	private static String id(JsonNode node) {
		return node.path("id").asString();
	}

}
