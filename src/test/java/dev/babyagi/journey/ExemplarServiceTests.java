package dev.babyagi.journey;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exemplars over HTTP: a plan that was checked is kept, shown to planners, confirmed,
 * used without a planner, measured and deleted.
 */
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:trained;DB_CLOSE_DELAY=-1",
		"babyagi.memory.extract=off", "babyagi.memory.embedding.model=none", "babyagi.learning.holdout=0" })
class ExemplarServiceTests extends AbstractServiceTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@BeforeEach
	void planner() {
		ENDPOINT.answer(new SurveyPlanner());
		for (JsonNode exemplar : exemplars()) {
			assertThat(service().delete(path(exemplar), "*")).isEqualTo(204);
		}
	}

	@Test
	void usesAPlanAgainOnceAnotherObjectiveHadTheSame() {
		JsonNode first = survey(12, 18, "Oslo", 5, 9, "Rome");
		assertThat(first.path("result").path("answer").asString()).isEqualTo("15");
		JsonNode exemplar = exemplars().path(0);
		assertThat(exemplar.path("objectiveId")).isEqualTo(first.path("id"));
		assertThat(exemplar.path("confirmed").asBoolean()).isFalse();
		JsonNode second = survey(7, 8, "Bern", 20, 31, "Bonn");
		assertThat(calls(second)).as("the planner is asked").isEqualTo(1);
		assertThat(prompt()).contains("An earlier objective", "12 and 18 birds in Oslo");
		assertThat(exemplars().path(0).path("confirmed").asBoolean()).isTrue();
		JsonNode third = survey(40, 50, "Lima", 1, 2, "Kyiv");
		assertThat(calls(third)).as("no planner is asked").isZero();
		assertThat(third.path("result").path("answer").asString()).isEqualTo("45");
		JsonNode plan = service().get("/v1/objectives/" + third.path("id").asString() + "/plan");
		assertThat(plan.path("origin").asString()).isEqualTo("exemplar");
		assertThat(plan.path("tasks").path(0).path("instruction").asString()).isEqualTo("Mean of the counts in Lima");
		JsonNode now = service().get(path(exemplar));
		assertThat(now.path("uses").asInt()).isEqualTo(2);
		assertThat(now.path("reuses").asInt()).isEqualTo(1);
	}

	@Test
	void takesNoPlanWhereAnythingButLiteralsDiffers() {
		survey(12, 18, "Oslo", 5, 9, "Rome");
		survey(7, 8, "Bern", 20, 31, "Bonn");
		JsonNode other = service().solve(
				SurveyPlanner.objective(3, 4, "Oslo", 5, 6, "Rome").replace("larger", "smaller"),
				"\"planning\":\"plan\"");
		assertThat(calls(other)).isEqualTo(1);
		assertThat(prompt()).contains("An earlier objective");
		JsonNode twice = survey(6, 6, "Oslo", 5, 9, "Rome");
		assertThat(calls(twice)).as("6 and 6 stand for two slots, and are filled alike").isZero();
	}

	@Test
	void learnsFromFeedbackWhichPlansWork() {
		ENDPOINT.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(ModelReplies.fan(2))),
				ResponseScript.always(FakeResponse.text("found")),
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t1", "t2")))));
		JsonNode done = service().solve("Compare the two parts of the matter", "\"planning\":\"plan\"");
		assertThat(exemplars().size()).as("nothing was checked").isZero();
		assertThat(give(done, "{\"rating\":1}").statusCode()).isEqualTo(201);
		JsonNode exemplar = exemplars().path(0);
		assertThat(exemplar.path("objectiveId")).isEqualTo(done.path("id"));
		JsonNode second = service().solve("Compare the two parts of the matter", "\"planning\":\"plan\"");
		assertThat(calls(second)).as("one plan may have been luck").isEqualTo(4);
		assertThat(give(second, "{\"rating\":1}").statusCode()).isEqualTo(201);
		JsonNode again = service().solve("Compare the two parts of the matter", "\"planning\":\"plan\"");
		assertThat(calls(again)).as("two tasks and a join, no planner").isEqualTo(3);
		JsonNode feedback = JSON.readTree(give(again, "{\"rating\":-1}").body());
		assertThat(feedback.path("attribution").toString()).contains("\"exemplar\"", exemplar.path("id").asString());
		JsonNode effect = service().get(path(exemplar) + "/effect");
		assertThat(effect.path("with").path("runs").asInt()).isEqualTo(2);
		assertThat(effect.path("with").path("successes").asInt()).isEqualTo(1);
		JsonNode third = service().solve("Compare the two parts of the matter", "\"planning\":\"plan\"");
		give(third, "{\"rating\":-1}");
		assertThat(service().status(path(exemplar))).as("wrong twice").isEqualTo(404);
		assertThat(give(done, "{\"rating\":0.5}").statusCode()).isEqualTo(200);
		assertThat(exemplars().size()).isEqualTo(1);
		give(done, "{\"rating\":-1}");
		assertThat(exemplars().size()).as("its own answer was wrong").isZero();
	}

	@Test
	void keepsNothingOfWhatIsErasedOrMayNotTeach() {
		JsonNode first = survey(12, 18, "Oslo", 5, 9, "Rome");
		assertThat(service().erase(first.path("id").asString())).isEqualTo(204);
		assertThat(exemplars().size()).isZero();
		service().solve(SurveyPlanner.objective(12, 18, "Oslo", 5, 9, "Rome"), "\"planning\":\"plan\"",
				"\"learning\":{\"teach\":false}");
		assertThat(exemplars().size()).isZero();
		survey(12, 18, "Oslo", 5, 9, "Rome");
		JsonNode unused = service().solve(SurveyPlanner.objective(12, 18, "Oslo", 5, 9, "Rome"),
				"\"planning\":\"plan\"", "\"learning\":{\"use\":false}");
		assertThat(calls(unused)).isEqualTo(1);
		assertThat(prompt()).doesNotContain("An earlier objective");
	}

	private JsonNode survey(int first, int second, String place, int third, int fourth, String other) {
		return service().solve(SurveyPlanner.objective(first, second, place, third, fourth, other),
				"\"planning\":\"plan\"");
	}

	private JsonNode exemplars() {
		return service().get("/v1/exemplars").path("items");
	}

	private static String path(JsonNode exemplar) {
		return "/v1/exemplars/" + exemplar.path("id").asString();
	}

	private static int calls(JsonNode objective) {
		return objective.path("usage").path("modelCalls").asInt();
	}

	private HttpResponse<String> give(JsonNode objective, String feedback) {
		return service().answer("/v1/objectives/" + objective.path("id").asString() + "/feedback", feedback);
	}

	/** The last prompt to the planner. */
	private static String prompt() {
		return ENDPOINT.ledger().calls().getLast().request().user();
	}

}
