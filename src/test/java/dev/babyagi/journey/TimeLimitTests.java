package dev.babyagi.journey;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Objectives that end in time although the endpoint hangs, over HTTP.
 */
@ServiceOnH2
class TimeLimitTests extends AbstractServiceTests {

	private static final String OBJECTIVE = "Compare the parts of the matter and say what was found";

	@Test
	void joinsWhatThereIsInTimeWhileTheEndpointHangs() {
		ResponseScript executor = ResponseScript.always(FakeResponse.text("found"))
			.except((request) -> request.user().contains("Look into part t2"),
					ResponseScript.always(WireFaults.hanging()));
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(2), executor, ModelReplies.ids(1)));
		JsonNode ended = solve("deadline", Duration.ofSeconds(5));
		assertThat(ended.path("completeness").asString()).isEqualTo("partial");
		assertThat(ended.path("result").path("answer").asString()).isEqualTo("All parts were found.");
		assertThat(ENDPOINT.ledger().calls()).extracting((call) -> ModelReplies.role(call.request()))
			.as("it had time to join")
			.endsWith(ModelRole.JOINER);
	}

	@Test
	void failsInTimeWhileThePlannerHangs() throws InterruptedException {
		ENDPOINT.answer(ResponseScript.always(WireFaults.hanging()));
		JsonNode ended = solve("maxDuration", Duration.ofSeconds(2));
		assertThat(ended.path("error").path("type").asString()).isEqualTo("/problems/deadline");
		ENDPOINT.ledger().await((calls) -> calls.stream().allMatch((call) -> call.clientLeft()));
	}

	/**
	 * It ends at the limit, or up to a tenth of its time before. What a service does
	 * first takes it seconds; that is done before.
	 */
	private JsonNode solve(String limit, Duration time) {
		service().solve("1 + 1");
		Instant deadline = now().plus(time);
		String value = limit.equals("deadline") ? deadline.toString() : time.toString();
		JsonNode ended = service().solve(OBJECTIVE, "\"planning\":\"plan\"",
				"\"limits\":{\"%s\":\"%s\"}".formatted(limit, value));
		assertThat(ended.path("stopReason").asString()).isEqualTo("deadline");
		Instant started = Instant.parse(ended.path("startedAt").asString());
		Instant end = limit.equals("deadline") ? deadline : started.plus(time);
		assertThat(Instant.parse(ended.path("finishedAt").asString())).isBetween(end.minus(time.dividedBy(8)),
				end.plusSeconds(3));
		return ended;
	}

}
