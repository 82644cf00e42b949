package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.memory.MemoryExtraction;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Facts that are taken from a text in the background, as a client sees it.
 */
@ServiceOnH2
class InferenceTests extends AbstractServiceTests {

	private static final String TEXT = "I live in Oslo, and my train leaves at 8:25.";

	private static final String FACTS = """
			{"facts": [
			 {"kind": "fact", "subject": "user", "attribute": "home town", "value": "Oslo",
			  "text": "The user lives in Oslo.", "quote": "I live in Oslo"},
			 {"kind": "fact", "subject": "user", "attribute": "pet", "value": "cat",
			  "text": "The user has a cat.", "quote": "I have a cat"}]}""";

	@Autowired
	private MemoryExtraction extraction;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void showsWhatAnOperationMadeAndWhatItCost() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text(FACTS)));
		ENDPOINT.latency(Duration.ofMillis(700));
		String path = infer();
		HttpResponse<String> running = service().look(path);
		assertThat(running.headers().firstValue("Retry-After")).contains("1");
		assertThat(running.body()).contains("\"state\":\"running\"", "\"made\":[]", "\"error\":null");
		JsonNode ended = ended(path);
		assertThat(ended.propertyNames()).containsExactly("id", "kind", "state", "made", "usage", "error");
		assertThat(ended.path("state").asString()).isEqualTo("succeeded");
		assertThat(ended.path("kind").asString()).isEqualTo("memory.infer");
		assertThat(ended.path("made").path(0).asString()).startsWith("mem_");
		assertThat(ended.path("made")).hasSize(1);
		assertThat(ended.path("usage").path("modelCalls").asInt()).isOne();
		assertThat(ended.path("usage").path("costUsd").decimalValue()).isPositive();
		assertThat(service().look(path).headers().firstValue("Retry-After")).isEmpty();
		assertThat(ENDPOINT.ledger().calls()).singleElement().satisfies((call) -> {
			assertThat(call.request().schemaName()).isEqualTo("extract");
			assertThat(call.request().user()).contains(TEXT);
			assertThat(call.request().system()).doesNotContain("Oslo");
		});
	}

	@Test
	void saysWhyAnOperationFailed() {
		ENDPOINT.answer(ResponseScript.always(WireFaults.wrongKey(KEY)));
		String path = infer();
		JsonNode ended = ended(path);
		assertThat(ended.path("state").asString()).isEqualTo("failed");
		assertThat(ended.path("error").path("type").asString()).isEqualTo("/problems/unprocessable");
		assertThat(ended.path("error").path("instance").asString()).isEqualTo(path);
		assertThat(ended.toString()).doesNotContain(KEY, WireFaults.CANARY);
	}

	@Test
	void showsNobodyTheOperationsOfOthers() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text(FACTS)));
		String path = infer();
		ended(path);
		jdbc().sql("update operation set tenant = 'zebra'").update();
		for (String unknown : new String[] { path, "/v1/operations/opr_01M88EQ6FJEXDAV3FV4QHVJ051",
				"/v1/operations/1" }) {
			assertThat(service().get(unknown).path("type").asString()).isEqualTo("/problems/not-found");
		}
	}

	@Test
	void endsAnObjectiveThatHoldsASecret() {
		String secret = "glpat-" + "x9Y8z7W6v5U4t3S2r1Q0";
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("Paris")));
		ContextId context = new ContextId(UUID.randomUUID());
		JsonNode ended = service().solve("I live in Oslo. My token is " + secret + ". What is the capital of France?",
				"\"contextId\": \"" + context + "\"");
		assertThat(ended.path("state").asString()).isEqualTo("completed");
		assertThat(jdbc().sql("select text from memory where context_id = ?")
			.param(context.id())
			.query(String.class)
			.list()).singleElement(InstanceOfAssertFactories.STRING).startsWith("[left out: ").doesNotContain(secret);
	}

	private String infer() {
		ContextId context = new ContextId(UUID.randomUUID());
		return "/v1/operations/" + Objects.requireNonNull(this.transaction
			.execute((status) -> this.extraction.infer("default", TEXT, context, MemoryTrust.USER).id()));
	}

	private JsonNode ended(String path) {
		await().atMost(60, TimeUnit.SECONDS)
			.until(() -> !service().get(path).path("state").asString().equals("running"));
		return service().get(path);
	}

}
