package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.ReplyListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reply that somebody listens to arrives as a stream, and is the same as without.
 */
@Timeout(60)
class StreamedReplyTests extends OverHttp {

	private static final FakeResponse LONG = FakeResponse.text("Paris, the capital of France, is on the Seine. 🗼");

	private HeardText heard = new HeardText();

	private ModelRequest listened(ReplyForm form) {
		this.heard = new HeardText();
		return ModelFixture.question("?", form).withListener(this.heard);
	}

	private ModelResult streamed() {
		return this.asked.ask(listened(ReplyForm.TEXT));
	}

	private FakeRequest last() {
		return this.endpoint.ledger().calls().getLast().request();
	}

	@Test
	void asksForAStreamWithUsage() {
		streamed();
		assertThat(last().body()).isEqualTo(JsonMapper.shared().readTree("""
				{"messages":[{"role":"system","content":"You answer."},{"role":"user","content":"?"}],"model":"fake",
				"max_tokens":2048,"temperature":0.0,"stream":true,"stream_options":{"include_usage":true}}"""));
	}

	@Test
	void tellsTheTextInPieces() {
		answer(LONG);
		assertThat(reply(streamed()).text()).isEqualTo(this.heard.text()).startsWith("Paris, the").endsWith("🗼");
		assertThat(this.heard.pieces()).hasSizeGreaterThan(10);
		assertThat(calls()).isOne();
	}

	static Stream<FakeResponse> replies() {
		return Stream
			.concat(QuirkTests.paris(), Stream.of(LONG, LONG.withoutUsage(), LONG.usage(400, 5),
					LONG.usage(9_999_999_999L, 3), LONG.model(""), LONG.finish("max-tokens"), LONG.finish("eos_token"),
					LONG.finish("content_filter"), FakeResponse.text("Paris<|im_end|>"),
					FakeResponse.text("a < b </s>"), FakeResponse.text("Write <think> and </think>\n around it"),
					FakeResponse.text("<|channel|>analysis<|message|>Hm<|end|><|start|>assistant"
							+ "<|channel|>final<|message|>Paris<|return|>"),
					FakeResponse.text("analysisI see.assistantfinalParis"), FakeResponse.text("analysis of it"),
					WireFaults.refusing(), WireFaults.toolCalls("calculator", "{\"expression\": \"6 * 7\"}"),
					WireFaults.toolCalls("calculator", ""), WireFaults.toolCalls("a", "{}", "b", "{}"),
					PARIS.message((message) -> message.putObject("function_call")
						.put("name", "calculator")
						.put("arguments", "{\"expression\":\"1\"}"))))
			.filter((response) -> !response.body().contains("\"finish_reason\":null"));
	}

	@ParameterizedTest
	@MethodSource("replies")
	void isTheSameAsWithoutStreaming(FakeResponse response) {
		answer(response);
		ModelResult whole = this.asked.text("?");
		assertThat(streamed()).isEqualTo(whole);
		if (whole instanceof ModelResult.Reply reply && !reply.text().startsWith("{\"tool\"")) {
			assertThat(this.heard.text()).isEqualTo(reply.text());
		}
	}

	@Test
	void tellsADocumentToo() {
		answer(PARIS_AS_JSON);
		assertThat(reply(this.asked.ask(listened(ModelFixture.CITY))).text()).isEqualTo("{\"city\":\"Paris\"}");
		assertThat(this.heard.text()).isEqualTo("{\"city\":\"Paris\"}");
	}

	@Test
	void tellsTheWholeTextOfAReplyThatIsNoStream() {
		answer(FakeResponse.text("<think>Hm</think>Paris</s>").delivered(FakeResponse.Delivery.DOCUMENT));
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(this.heard.pieces()).containsExactly("Paris");
	}

	@Test
	void readsAStreamThatNobodyAskedFor() {
		answer(WireFaults.chunks(WireFaults.chunk("Pa"), WireFaults.chunk("ris"), WireFaults.end("stop"), "[DONE]"));
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("Paris");
		assertThat(last().parameter("stream")).isEmpty();
	}

	@Test
	void tellsNeitherThinkingNorRefusals() {
		answer(WireFaults.refusing(), PARIS.message((message) -> message.put("reasoning_content", "In Europe")),
				FakeResponse.text("<think>In Europe</think>\n\nParis"), WireFaults.toolCalls("calculator", "{}"));
		streamed();
		assertThat(this.heard.pieces()).isEmpty();
		streamed();
		assertThat(this.heard.text()).isEqualTo("Paris");
		streamed();
		assertThat(this.heard.text()).isEqualTo("Paris");
		streamed();
		assertThat(this.heard.pieces()).isEmpty();
	}

	/** The chat template opened it, so that it looks like the reply at first. */
	@Test
	void saysThatTheTextSoFarWasThinking() {
		answer(FakeResponse.text("It is in Europe\n</think>\nParis"));
		streamed();
		assertThat(this.heard.text()).isEqualTo("Paris");
		assertThat(this.heard.version()).isEqualTo(2);
	}

	@Test
	void givesEachTryAVersion() {
		answer(WireFaults.chunks(WireFaults.chunk("Lyon, I thi")), WireFaults.html(503), LONG);
		assertThat(reply(streamed()).text()).isEqualTo(this.heard.text());
		assertThat(this.heard.version()).isEqualTo(3);
	}

	@Test
	void goesOnWithoutAListenerThatFails() {
		AtomicInteger told = new AtomicInteger();
		ReplyListener failing = (version, text) -> {
			told.incrementAndGet();
			throw new IllegalStateException("full");
		};
		answer(LONG);
		assertThat(reply(this.asked.ask(ModelFixture.question("?", ReplyForm.TEXT).withListener(failing))).text())
			.startsWith("Paris");
		assertThat(told).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"error":{"message":"Unknown parameter: 'stream_options'.","param":"stream_options",
			"code":"unknown_parameter"}}""", """
			{"detail":[{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}""", """
			{"error":{"message":"unknown field `stream_options`, expected one of `model`, `stream`"}}""" })
	void asksWithoutTheUsageThatIsRefused(String refusal) {
		refuse("stream_options", refusal);
		assertThat(reply(streamed()).usage().outputTokens()).isPositive();
		assertThat(last().parameter("stream")).isPresent();
		streamed();
		assertThat(calls()).isEqualTo(3);
		this.asked.clock().pass(Duration.ofHours(1));
		streamed();
		assertThat(calls()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"error":{"message":"Your organization must be verified","param":"stream","code":"unsupported_value"}}""",
			"{\"detail\":[{\"loc\":[\"body\",\"stream\"],\"msg\":\"Extra inputs are not permitted\"}]}",
			"{\"error\":\"Streaming is not supported for this model\"}" })
	void asksForADocumentWhereStreamsAreRefused(String refusal) {
		refuse("stream", refusal);
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(this.heard.text()).isEqualTo("Paris");
		assertThat(last().parameter("stream_options")).isEmpty();
		streamed();
		assertThat(calls()).isEqualTo(3);
	}

	private void refuse(String parameter, String refusal) {
		this.endpoint.answer(ResponseScript.always(PARIS)
			.except((request) -> request.parameter(parameter).isPresent(),
					ResponseScript.always(FakeResponse.of(422, "application/json", refusal))));
	}

	@Test
	void doesNotTakeARequestThatIsQuotedForARefusal() {
		answer(FakeResponse.of(422, "application/json", """
				{"detail":[{"loc":["body","messages"],"msg":"Field required",
				"input":{"stream":true,"stream_options":{"include_usage":true}}}]}"""), PARIS);
		streamed();
		assertThat(last().parameter("stream_options")).isPresent();
	}

	/**
	 * The first one goes on for minutes, and only its first chunk is waited for; else the
	 * second one would wait ten seconds.
	 */
	@Test
	@Timeout(9)
	void holdsNobodyBackOnceTheStreamBegins() throws Exception {
		this.asked.text("warms up");
		CountDownLatch others = new CountDownLatch(1);
		Thread first = Thread.startVirtualThread(() -> this.asked
			.ask(ModelFixture.question("first", ReplyForm.TEXT).withListener((version, text) -> await(others))));
		this.endpoint.ledger().awaitCalls(2);
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(first.isAlive()).isTrue();
		others.countDown();
		first.join();
		assertThat(this.asked.result()).hasSize(3).allMatch(ModelResult.Reply.class::isInstance);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void streamsAndAsksForDocumentsSideBySide() {
		List<ModelResult> results = List.of(streamed(), this.asked.text("?"), streamed());
		assertThat(results).allMatch(ModelResult.Reply.class::isInstance);
		assertThat(calls()).isEqualTo(3);
	}

}
