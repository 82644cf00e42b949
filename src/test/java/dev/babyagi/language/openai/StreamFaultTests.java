package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams that break off, fall silent or are not as the reference has them.
 */
@Timeout(60)
class StreamFaultTests extends OverHttp {

	private static final String PARIS_CHUNK = WireFaults.chunk("Paris");

	private static final String STOP = WireFaults.end("stop");

	private final HeardText heard = new HeardText();

	private final ModelRequest request = ModelFixture.question("?", ReplyForm.TEXT).withListener(this.heard);

	private ModelResult streamed() {
		return this.asked.ask(this.request);
	}

	static Stream<FakeResponse> garbled() {
		return Stream.of(WireFaults.chunks(PARIS_CHUNK), WireFaults.chunks(PARIS_CHUNK, "[DONE]"), PARIS.finish(null),
				WireFaults.chunks("[DONE]"), WireFaults.chunks("{\"choices\":[]}", "[DONE]"),
				WireFaults.chunks(PARIS_CHUNK, STOP).delivered(FakeResponse.Delivery.TRUNCATED),
				WireFaults.chunks(PARIS_CHUNK, "{\"choices\":", STOP, "[DONE]"),
				WireFaults.chunks(PARIS_CHUNK, "17", STOP, "[DONE]"), FakeResponse.stream(""),
				FakeResponse.stream("\n"), FakeResponse.stream("<html><body>Bad gateway</body></html>"),
				WireFaults.html(200), WireFaults.empty(), WireFaults.truncated());
	}

	@ParameterizedTest
	@MethodSource("garbled")
	void triesTwiceMore(FakeResponse garbled) {
		answer(garbled, garbled, PARIS);
		assertThat(reply(streamed()).usage().calls()).isEqualTo(3);
		assertThat(this.heard.text()).isEqualTo("Paris");
		assertThat(this.heard.version()).isEqualTo(3);
	}

	@Test
	void booksTheWorstCaseOfAStreamThatIsCut() {
		answer(WireFaults.chunks(PARIS_CHUNK));
		ModelUsage one = this.asked.model().estimate(this.request);
		assertThat(streamed()).isEqualTo(new ModelResult.Unusable("The answer is incomplete", one.plus(one).plus(one)));
	}

	@Test
	void saysThatAFinishReasonIsMissing() {
		answer(WireFaults.chunks(PARIS_CHUNK, "[DONE]"));
		assertThat(streamed()).isInstanceOfSatisfying(ModelResult.Unusable.class,
				(unusable) -> assertThat(unusable.reason()).contains("without a finish_reason"));
	}

	static Stream<String> odd() {
		String chunk = "data: " + PARIS_CHUNK + "\n\n";
		String end = "data: " + STOP + "\n\n";
		String done = "data: [DONE]\n\n";
		return Stream.of(chunk + end + done, (chunk + end + done).replace("\n", "\r\n"), chunk + end,
				(chunk + end).strip(), (chunk + end + done).strip(), (chunk + end + done).replace("data: ", "data:"),
				": waiting\n\n: waiting\n\n" + chunk + ": still here\n\n" + end + done,
				"event: message\nid: 1\nretry: 3\n" + chunk + "event: end\n" + end + done, "\n\n \n" + chunk + end,
				(chunk + end + done).replace(",\"choices\"", "\ndata: ,\"choices\""),
				"data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n" + chunk + end
						+ "data: {\"choices\":[],\"usage\":null}\n\n" + done,
				"data:\n\n" + chunk + end + done,
				(chunk + end + done).replace("\"finish_reason\":null", "\"finish_reason\":\"\""),
				(chunk + end + done).replace("\"stop\"", "\"\""), chunk.replace("delta", "message") + end,
				chunk + end + "data: {\"choices\":",
				chunk + end + "data: {\"error\":{\"code\":500,\"message\":\"no\"}}\n\n" + done);
	}

	@ParameterizedTest
	@MethodSource("odd")
	void readsTheReply(String stream) {
		answer(FakeResponse.stream(stream));
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(this.heard.text()).isEqualTo("Paris");
		assertThat(calls()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/json" })
	void readsAStreamWhoseTypeIsWrong(String type) {
		answer(FakeResponse.of(200, type, "data: " + PARIS_CHUNK + "\n\ndata: " + STOP + "\n\n"));
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
	}

	@Test
	void readsADocumentWhoseTypeIsWrong() {
		answer(FakeResponse.stream(PARIS.body()));
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(this.heard.text()).isEqualTo("Paris");
	}

	@Test
	void readsCharactersThatArriveInParts() {
		String stream = "data: " + WireFaults.chunk("Zürich 日本 🗼") + "\n\ndata: " + STOP + "\n\n";
		answer(FakeResponse.stream(stream).delivered(FakeResponse.Delivery.DRIPPING));
		assertThat(reply(streamed()).text()).isEqualTo("Zürich 日本 🗼");
	}

	@Test
	void joinsACharacterThatIsSplitBetweenChunks() {
		answer(WireFaults.chunks(PARIS_CHUNK.replace("Paris", "\\ud83d"),
				PARIS_CHUNK.replace("Paris", "\\uddfc\\u0000"), STOP, "[DONE]"));
		assertThat(reply(streamed()).text()).isEqualTo("🗼");
		assertThat(this.heard.pieces()).containsExactly("🗼");
	}

	@Test
	void estimatesWhatIsNotCounted() {
		answer(WireFaults.chunks(WireFaults.chunk("x".repeat(300)), STOP, "[DONE]"));
		assertThat(streamed().usage().outputTokens()).isEqualTo(100);
	}

	@Test
	void countsByTheLastUsage() {
		answer(WireFaults.chunks(
				PARIS_CHUNK.replace("}]", "}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":1}"), STOP,
				"{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}", "[DONE]"));
		ModelUsage usage = streamed().usage();
		assertThat(usage.inputTokens()).isEqualTo(7);
		assertThat(usage.outputTokens()).isEqualTo(3);
	}

	@Test
	void asksNoLongerWhereTheErrorInTheStreamIsFinal() {
		answer(WireFaults.chunks(PARIS_CHUNK, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"no\"}}"));
		assertThat(streamed()).isInstanceOf(ModelResult.Fatal.class);
		assertThat(calls()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":{\"code\":503,\"message\":\"no\"}}", "{\"error\":\"out of memory\"}",
			"""
					{"error":{"code":502,"message":"no"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""" })
	void triesAgainAfterAnErrorInTheStream(String error) {
		answer(WireFaults.chunks(PARIS_CHUNK, error, "[DONE]"), PARIS);
		ModelUsage one = this.asked.model().estimate(this.request);
		ModelUsage used = reply(streamed()).usage();
		assertThat(used.calls()).isEqualTo(2);
		assertThat(used.outputTokens()).as("the model has worked").isGreaterThan(one.outputTokens());
	}

	@Test
	void booksNothingForAnErrorInPlaceOfAStream() {
		answer(WireFaults.chunks("{\"error\":{\"code\":503,\"message\":\"no\"}}"), PARIS);
		assertThat(reply(streamed()).usage().outputTokens()).isEqualTo(2);
	}

	@Test
	void triesAgainWhenTheStreamFallsSilent() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), Duration.ofMillis(300)));
		answer(WireFaults.chunks(PARIS_CHUNK).delivered(FakeResponse.Delivery.STALLING), PARIS);
		assertThat(reply(streamed()).usage().calls()).isEqualTo(2);
		assertThat(this.heard.text()).isEqualTo("Paris");
	}

	/** Azure says something of the prompt at once, and a model may think in silence. */
	@Test
	void waitsLongerAfterChunksThatSayNothingOfTheReply() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), Duration.ofMillis(300)));
		this.endpoint.pace(Duration.ofSeconds(1));
		answer(WireFaults.chunks("{\"choices\":[],\"prompt_filter_results\":[]}", WireFaults.chunk(""),
				PARIS_CHUNK.replace("\"finish_reason\":null", "\"finish_reason\":\"stop\"")));
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(calls()).isOne();
	}

	@Test
	void keepsAFinishReasonThatAnEmptyOneFollows() {
		answer(WireFaults.chunks(PARIS_CHUNK, WireFaults.end("length"), WireFaults.end(""), "[DONE]"));
		assertThat(reply(streamed()).truncated()).isTrue();
	}

	@Test
	void waitsLongerForTheFirstChunkAndForNoneAfterTheLast() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), Duration.ofMillis(300)));
		answer(PARIS.after(Duration.ofSeconds(1)),
				WireFaults.chunks(PARIS_CHUNK, STOP).delivered(FakeResponse.Delivery.STALLING));
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(reply(streamed()).text()).isEqualTo("Paris");
		assertThat(calls()).isEqualTo(2);
	}

	/** The limit of the silence is gone with the stream that it was for. */
	@Test
	void waitsForTheNextAnswerOnTheSameConnection() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), Duration.ofMillis(300)));
		answer(PARIS, PARIS.after(Duration.ofSeconds(1)).delivered(FakeResponse.Delivery.DOCUMENT));
		streamed();
		reply(this.asked.text("?"));
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void endsAStreamWhoseTimeIsUp() {
		this.endpoint.pace(Duration.ofMillis(100));
		answer(FakeResponse.text("word ".repeat(100)));
		assertThat(this.asked.ask(this.request.withTimeout(Duration.ofSeconds(1)))).isInstanceOfSatisfying(
				ModelResult.Unreachable.class, (unreachable) -> assertThat(unreachable.reason()).contains("in time"));
		assertThat(this.heard.text()).startsWith("word");
	}

	@ParameterizedTest
	@ValueSource(strings = { ": waiting\n\n", "data: {\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n", "data: ",
			"data: x\n" })
	void readsNoEndlessStream(String part) {
		String begin = part.endsWith("\n\n") ? part : part + "x".repeat(1000);
		answer(FakeResponse.stream(begin).delivered(FakeResponse.Delivery.ENDLESS));
		assertThat(streamed()).isInstanceOfSatisfying(ModelResult.Unusable.class,
				(unusable) -> assertThat(unusable.reason()).contains("far more than was asked for"));
		assertThat(calls()).isOne();
	}

	/** Each token comes with three hundred bytes around it. */
	@Test
	void readsAStreamWithMuchAroundEachToken() {
		String chunk = WireFaults.chunk("a ").replace("fake-1", "x".repeat(300));
		answer(FakeResponse.stream(("data: " + chunk + "\n\n").repeat(2000) + "data: " + STOP + "\n\n"));
		assertThat(reply(streamed()).text()).hasSize(4000);
	}

	@Test
	void closesTheSocketOfAStreamThatIsInterrupted() throws Exception {
		answer(WireFaults.chunks(PARIS_CHUNK).delivered(FakeResponse.Delivery.STALLING));
		Thread asking = Thread.startVirtualThread(this::streamed);
		this.heard.awaitText();
		asking.interrupt();
		this.endpoint.ledger().await((calls) -> calls.getFirst().clientLeft());
		asking.join();
		assertThat(this.asked.result()).containsExactly(new ModelResult.Cut(this.asked.model().estimate(this.request)));
		assertThat(calls()).isOne();
	}

	@Test
	void endsAStreamWhoseListenerWasInterrupted() throws Exception {
		answer(WireFaults.chunks(PARIS_CHUNK, PARIS_CHUNK, STOP, "[DONE]"));
		ModelRequest interrupted = this.request.withListener((version, text) -> Thread.currentThread().interrupt());
		Thread.ofVirtual().start(() -> this.asked.ask(interrupted)).join();
		assertThat(this.asked.result()).singleElement().isInstanceOf(ModelResult.Cut.class);
	}

}
