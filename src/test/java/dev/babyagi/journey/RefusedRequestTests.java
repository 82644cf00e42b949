package dev.babyagi.journey;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints that refuse, or speak a dialect of their own: how many calls an objective
 * makes of it, and what its client is told.
 */
@ServiceOnH2
class RefusedRequestTests extends AbstractServiceTests {

	private static final String CITY = "What is the capital of France?";

	private static final String MATTER = "Compare the parts of the matter and say what was found";

	static Stream<Arguments> refusals() {
		return Stream.concat(refusalsOfOneRequest(),
				Stream.of(Arguments.of(WireFaults.wrongKey("sk-CANARY"), 1, "refuses the key (status 401)"),
						Arguments.of(WireFaults.paymentRequired(), 1,
								"quota of the model endpoint is used up (status 402)"),
						Arguments.of(WireFaults.forbidden(), 1, "forbids the call (status 403)"),
						Arguments.of(WireFaults.noSuchModel(), 1, "knows no such model or path (status 404)")));
	}

	static Stream<Arguments> refusalsOfOneRequest() {
		return Stream.of(
				Arguments.of(WireFaults.filteredPrompt("violence", "self_harm"), 1,
						"content filter of the model endpoint refused the request (violence, self_harm)"),
				Arguments.of(WireFaults.badRequest("messages"), 2,
						"refused the request with status 400, code 'invalid_request_error', parameter 'messages'"),
				Arguments.of(WireFaults.html(418), 2, "refused the request with status 418"),
				Arguments.of(FakeResponse.text("Paris").finish("banana"), 2, "unknown finish_reason 'banana'"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void endsAtOnceWhereOneCallWouldAnswer(FakeResponse refusal, int calls, String detail) {
		ENDPOINT.answer(ResponseScript.always(refusal));
		assertRefused(service().solve(CITY), calls, detail);
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void endsAtOnceWhereAPlanIsWanted(FakeResponse refusal, int calls, String detail) {
		ENDPOINT.answer(ResponseScript.always(refusal));
		assertRefused(service().solve(MATTER), calls, detail);
	}

	private static void assertRefused(JsonNode failed, int calls, String detail) {
		assertThat(failed.path("state").asString()).isEqualTo("failed");
		assertThat(failed.path("stopReason").asString()).isEqualTo("provider_unavailable");
		assertThat(failed.path("error").path("detail").asString()).contains(detail)
			.doesNotContain(WireFaults.CANARY, "CANARY");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(calls)
			.isEqualTo(failed.path("usage").path("modelCalls").asInt());
	}

	/**
	 * One task of three is refused; the others are joined, and nothing is planned anew.
	 */
	@ParameterizedTest
	@MethodSource("refusalsOfOneRequest")
	void answersWithWhatOtherTasksFound(FakeResponse refusal, int calls, String detail) {
		ResponseScript executor = ResponseScript.always(FakeResponse.text("found"))
			.except((request) -> request.user().contains("Look into part t2"), ResponseScript.always(refusal));
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(3), executor, "t1", "t3"));
		JsonNode solved = service().solve(MATTER);
		assertThat(solved.path("completeness").asString()).isEqualTo("partial");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1 + 2 + calls + 1);
		assertThat(service().tasks(solved.path("id").asString()).toString()).contains(detail);
	}

	@Test
	void goesOnAfterARefusalThatPasses() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Paris\"}"))
			.exceptFirst(1, ResponseScript.always(WireFaults.badRequest("messages"))));
		JsonNode solved = service().solve(CITY);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "eos_token", "STOP", "", "end_turn", "EOS", "stop_sequence", "Completed" })
	void takesTheWordsOfOtherServersForTheEndOfAReply(String word) {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Paris\"}").finish(word)));
		assertThat(service().solve(CITY).path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1);
	}

	@Test
	void usesTheToolThatANativeCallNames() {
		ENDPOINT.answer(
				ResponseScript.always(WireFaults.toolCalls("calculator", "{\"expression\": \"max(3, 7) * 0.10\"}")));
		JsonNode solved = service().solve("Which number is larger, three or seven?");
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("0.7");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1);
	}

	@Test
	void asksAnewForAToolThatItDoesNotHave() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("Paris"))
			.exceptFirst(1, ResponseScript.always(WireFaults.toolCalls("web_search", "{\"query\": \"capital\"}"))));
		JsonNode solved = service().solve(CITY);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(asked(1).user()).contains("names the tool 'web_search', which this objective may not use");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(2);
	}

	@Test
	void asksTheTaskAnewThatCallsATool() {
		ResponseScript executor = ResponseScript.always(FakeResponse.text("found"))
			.exceptFirst(1, ResponseScript.always(WireFaults.toolCalls("calculator", "{\"expression\": \"6 * 7\"}")));
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(3), executor, ModelReplies.ids(3)));
		JsonNode solved = service().solve(MATTER);
		assertThat(solved.path("completeness").asString()).isEqualTo("full");
		assertThat(service().tasks(solved.path("id").asString()).toString()).doesNotContain("6 * 7");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(1 + 3 + 1 + 1);
	}

	@Test
	void asksAnewForOneReplyInsteadOfSeveralTools() {
		FakeResponse twice = WireFaults.toolCalls("calculator", "{}", "datetime", "{}");
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("Paris")).exceptFirst(1, ResponseScript.always(twice)));
		JsonNode solved = service().solve(CITY);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(2);
	}

	private static FakeRequest asked(int number) {
		return ENDPOINT.ledger().calls().get(number).request();
	}

}
