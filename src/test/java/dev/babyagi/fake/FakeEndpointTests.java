package dev.babyagi.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The fake itself, seen by another client.
 */
class FakeEndpointTests {

	private final FakeEndpoint endpoint = FakeEndpoint.start(ResponseScript.always(FakeResponse.text("Paris")));

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.endpoint.close();
	}

	private HttpRequest request(String body) {
		return HttpRequest.newBuilder(URI.create(this.endpoint.baseUrl() + "/chat/completions"))
			.version(HttpClient.Version.HTTP_1_1)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

	private HttpResponse<String> post(String body) throws IOException, InterruptedException {
		return this.client.send(request(body), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void answersByItsScriptAndKeepsTheConnection() throws Exception {
		this.endpoint.answer(ResponseScript.inTurn(FakeResponse.text("one"), WireFaults.rateLimited("3")));
		assertThat(post("{}").body()).contains("\"content\":\"one\"");
		HttpResponse<String> limited = post("{}");
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValue("Retry-After")).contains("3");
		assertThat(this.endpoint.ledger().calls()).extracting(CallLedger.Call::status).containsExactly(200, 429);
	}

	@Test
	void showsTheRequestToTheScript() throws Exception {
		this.endpoint.answer(ResponseScript.byRole(FakeRequest::system, Map.of("You plan.", (request) -> FakeResponse
			.text(request.user() + " " + request.maxTokens() + " " + request.schemaName()))));
		String body = """
				{"model":"m","max_tokens":7,"messages":[{"role":"system","content":"You plan."},
				{"role":"user","content":"Go"}],"response_format":{"type":"json_schema","json_schema":{"name":"plan"}}}""";
		assertThat(post(body).body()).contains("Go 7 plan");
		assertThat(post("{}").statusCode()).isEqualTo(400);
	}

	@Test
	void streamsOnlyWhatIsAskedFor() throws Exception {
		assertThat(post("{\"stream\":false}").body()).startsWith("{");
		assertThat(post("{\"stream\":true}").body())
			.containsSubsequence("data: {", "\"Par\"", "\"is\"", "stop", "[DONE]")
			.doesNotContain("usage");
		assertThat(post("{\"stream\":true,\"stream_options\":{\"include_usage\":true}}").body())
			.containsSubsequence("stop", "completion_tokens", "\"choices\":[]", "[DONE]");
		this.endpoint.answer(ResponseScript.always(WireFaults.rateLimited()));
		assertThat(post("{\"stream\":true}").statusCode()).isEqualTo(429);
	}

	@Test
	void noticesAClientThatLeaves() throws Exception {
		this.endpoint.answer(ResponseScript.always(WireFaults.hanging()));
		CompletableFuture<HttpResponse<String>> waiting = this.client.sendAsync(request("{}"),
				HttpResponse.BodyHandlers.ofString());
		this.endpoint.ledger().awaitCalls(1);
		waiting.cancel(true);
		this.endpoint.ledger().await((calls) -> calls.getFirst().clientLeft());
		assertThat(this.endpoint.ledger().calls()).extracting(CallLedger.Call::status).containsExactly(0);
	}

	@Test
	void breaksOffAsItIsTold() throws Exception {
		for (FakeResponse fault : new FakeResponse[] { WireFaults.reset(), WireFaults.closed(),
				WireFaults.truncated() }) {
			this.endpoint.answer(ResponseScript.always(fault));
			assertThatIOException().isThrownBy(() -> post("{}"));
		}
		assertThat(this.endpoint.ledger().calls()).extracting(CallLedger.Call::status).containsOnly(0);
	}

	@Test
	void goesDownAndComesUpAgain() throws Exception {
		this.endpoint.down();
		assertThatIOException().isThrownBy(() -> post("{}"));
		this.endpoint.up();
		assertThat(post("{}").statusCode()).isEqualTo(200);
		assertThat(this.endpoint.ledger().size()).isOne();
	}

	@Test
	void answersAnySchemaByItself() throws Exception {
		this.endpoint.answer(FakeEndpointMain.answering(3));
		assertThat(post(asking("""
				{"type":"object","properties":{"action":{"enum":["finish"]},"n":{"type":"integer"},
				"list":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/s"}}},"required":["action","n","list"],
				"$defs":{"s":{"type":"string"}}}""")).body())
			.contains("{\\\"action\\\":\\\"finish\\\",\\\"n\\\":1,\\\"list\\\":[\\\"xx\\\"]}");
		assertThat(post(asking("{\"type\":\"object\",\"properties\":{\"tasks\":{}}}")).body()).contains("t3")
			.doesNotContain("t4");
		assertThat(post("{}").body()).contains("This is done.");
	}

	private static String asking(String schema) {
		return "{\"response_format\":{\"type\":\"json_object\",\"schema\":" + schema + "}}";
	}

}
