package dev.babyagi.journey;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.ModelRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shapes that models give their replies, at each of the four places that read one:
 * the planner, the direct call, the executor and the joiner. A shape is read at once, or
 * asked for anew; it is never the answer itself.
 */
@ServiceOnH2
class ReplyShapesTests extends AbstractServiceTests {

	private static final String DIRECT = "What is the capital of France?";

	private static final String PLANNED = "Compare the parts of the matter and say what was found";

	private static final String ANSWER = "{\"answer\": \"Paris\"}";

	/** Who reads the reply, and what it is asked for. */
	private enum Caller {

		PLANNER, DIRECT, EXECUTOR, JOINER;

		String content() {
			return switch (this) {
				case PLANNER -> ModelReplies.fan(1);
				case DIRECT, EXECUTOR -> ANSWER;
				case JOINER -> ModelReplies.join("t1").replace("All parts were found.", "Paris");
			};
		}

		boolean asks(FakeRequest request) {
			return switch (this) {
				case PLANNER -> ModelReplies.role(request) == ModelRole.PLANNER;
				case DIRECT, EXECUTOR -> ModelReplies.role(request) == ModelRole.EXECUTOR;
				case JOINER -> ModelReplies.role(request) == ModelRole.JOINER;
			};
		}

	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			%s<|im_end|>
			<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>%s<|return|>
			analysisHm.assistantfinal%s
			<think>Hm</think>%s
			[%s]
			{"response": %s}
			{"result": [%s]} # done
			% %s
			""")
	void readsAtOnce(String shape) {
		for (Caller caller : Caller.values()) {
			String reply = shape.replace("% ", "\0").replace("%s", caller.content());
			JsonNode end = solve(caller, reply);
			assertThat(calls(caller)).as("%s: %s", caller, end).isOne();
			assertThat(end.path("state").asString()).isEqualTo("completed");
			assertThat(service().tasks(id(end)).toString() + end).contains("Paris")
				.doesNotContain("<|", "\\u0000", "analysis", "\\\"answer\\\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"answer\": \"\"}", "{\"answer\": null, \"tool\": null, \"inputs\": null}",
			"[{\"answer\": \" \"}]", "{\"answer\": \"Par", "{\"tool\": \"hammer\", \"inputs\": {\"nail\": 1}}",
			"<tool_call>\n{\"name\": \"hammer\", \"arguments\": \"{}\"}\n</tool_call>" })
	void asksAnew(String reply) {
		for (Caller caller : Caller.values()) {
			JsonNode end = solve(caller, reply);
			assertThat(calls(caller)).as("%s: %s", caller, end).isEqualTo(2);
			assertThat(end.path("state").asString()).isEqualTo("completed");
			assertThat(service().tasks(id(end)).toString() + end.path("result")).contains("Paris")
				.doesNotContain("hammer", "\\\"answer\\\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"tool\": \"calculator\", \"inputs\": \"{\\\"expression\\\": \\\"6 * 7\\\"}\"}",
			"{\"name\": \"calculator\", \"arguments\": {\"expression\": \"6 * 7\"}}",
			"<tool_call>{\"name\": \"calculator\", \"arguments\": {\"expression\": \"6 * 7\"}}</tool_call>" })
	void runsThePermittedToolThatADirectReplyCalls(String reply) {
		JsonNode end = solve(Caller.DIRECT, reply);
		assertThat(calls(Caller.DIRECT)).isOne();
		assertThat(end.path("result").path("answer").asString()).isEqualTo("42");
	}

	/** The caller's first reply has the shape, and every other reply is plain. */
	private JsonNode solve(Caller caller, String shape) {
		ENDPOINT.ledger().clear();
		AtomicBoolean first = new AtomicBoolean(true);
		ResponseScript plain = ModelReplies.byRole(ResponseScript.always(FakeResponse.text(Caller.PLANNER.content())),
				ResponseScript.always(FakeResponse.text("Paris")),
				ResponseScript.always(FakeResponse.text(Caller.JOINER.content())));
		ENDPOINT.answer((request) -> (caller.asks(request) && first.getAndSet(false)) ? FakeResponse.text(shape)
				: plain.answer(request));
		return service().solve((caller == Caller.DIRECT) ? DIRECT : PLANNED);
	}

	private static long calls(Caller caller) {
		return ENDPOINT.ledger().calls().stream().filter((call) -> caller.asks(call.request())).count();
	}

	private static String id(JsonNode objective) {
		return objective.path("id").asString();
	}

}
