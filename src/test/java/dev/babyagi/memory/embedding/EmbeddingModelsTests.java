package dev.babyagi.memory.embedding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

/**
 * Which model embeds, and what comes of its failures.
 */
class EmbeddingModelsTests {

	@Test
	void embedsInThisProcessByDefault() {
		Path home = Path.of(System.getProperty("user.home"), ".djl.ai");
		boolean before = Files.exists(home);
		TextEmbedder model = models(null, null, null).present().orElseThrow();
		List<float[]> vectors = model
			.embed(List.of("My dog likes to run", "The puppy enjoys running", "Interest rates were raised again"));
		assertThat(model.model()).isEqualTo("all-minilm-l6-v2-q");
		assertThat(vectors.getFirst()).hasSize(384);
		assertThat(cosine(vectors.get(0), vectors.get(0))).isEqualTo(1, offset(1e-5));
		assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(0.5 + cosine(vectors.get(0), vectors.get(2)));
		assertThat(Files.exists(home)).isEqualTo(before);
		assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
	}

	@Test
	void takesABeanBeforeAnythingElse() {
		HashedWords bean = new HashedWords();
		TextEmbedder model = bean.named("mine").present().orElseThrow();
		assertThat(model.model()).isEqualTo("mine");
		assertThat(model.embed(List.of("blue"))).hasSize(1);
		assertThat(bean.embedded()).isEqualTo(1);
	}

	@Test
	void knowsWhatItsModelCannotRead() {
		TextEmbedder english = models(null, null, null).present().orElseThrow();
		assertThat(english.canRead("Where do I live?")).isTrue();
		assertThat(english.canRead("我住在哪里？")).isFalse();
		assertThat(new HashedWords().named("mine").present().orElseThrow().canRead("我住在哪里？")).isTrue();
	}

	@Test
	void canBeSwitchedOff() {
		assertThat(models("none", null, null).present()).isEmpty();
	}

	@Test
	void saysWhichJarIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> models("bge-small-zh-v15", null, null))
			.withMessageContaining("dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q");
		assertThatIllegalArgumentException().isThrownBy(() -> models("word2vec", null, null))
			.withMessageContaining("babyagi.memory.embedding.base-url");
	}

	@Test
	void asksAnEndpoint() throws IOException {
		List<JsonNode> asked = new ArrayList<>();
		List<String> keys = new ArrayList<>();
		HttpServer server = serve((exchange) -> {
			keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
			JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody());
			asked.add(body);
			answer(exchange, 200, """
					{"object": "list", "model": "m", "usage": {"prompt_tokens": 2, "total_tokens": 2}, "data": [
					{"object": "embedding", "index": 0, "embedding": [3.0, %d.0]}]}"""
				.formatted(body.path("input").path(0).asString("").length()));
		});
		try {
			TextEmbedder model = models("m", address(server), "secret-1").present().orElseThrow();
			assertThat(model.embed(List.of("four")).getFirst()).containsExactly(0.6f, 0.8f);
			assertThat(asked.getFirst().path("model").asString()).isEqualTo("m");
			assertThat(keys).containsExactly("Bearer secret-1");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void quotesNothingWhenAnEndpointFails() throws IOException {
		HttpServer server = serve(
				(exchange) -> answer(exchange, 500, "{\"error\": {\"message\": \"quoted " + body(exchange) + "\"}}"));
		try {
			TextEmbedder model = models("m", address(server), "secret-1").present().orElseThrow();
			assertThatExceptionOfType(EmbeddingFailure.class).isThrownBy(() -> model.embed(List.of("confidential")))
				.withMessageStartingWith("m failed: ")
				.withMessageNotContainingAny("confidential", "secret", "quoted")
				.withNoCause();
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void refusesVectorsThatAreNone() throws IOException {
		HttpServer server = serve((exchange) -> answer(exchange, 200, """
				{"object": "list", "model": "m", "usage": {"prompt_tokens": 2, "total_tokens": 2}, "data": [
				{"object": "embedding", "index": 0, "embedding": [0.0, 0.0]}]}"""));
		try {
			TextEmbedder model = models("m", address(server), null).present().orElseThrow();
			assertThatExceptionOfType(EmbeddingFailure.class).isThrownBy(() -> model.embed(List.of("one")));
			assertThatExceptionOfType(EmbeddingFailure.class).isThrownBy(() -> model.embed(List.of("one", "two")));
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void cutsLongTextsToTheWindow() {
		assertThat(TextEmbedder.cut("word ".repeat(1000))).hasSize(4 * TextEmbedder.WINDOW);
		assertThat(TextEmbedder.cut("记忆".repeat(1000))).hasSize(TextEmbedder.WINDOW);
		assertThat(TextEmbedder.cut("short")).isEqualTo("short");
	}

	@Test
	void showsNoKey() {
		assertThat(new EmbeddingSettings("m", "http://user:password@localhost/v1", "secret-1", 8).toString())
			.doesNotContain("secret", "password");
	}

	private static EmbeddingModels models(@Nullable String model, @Nullable String address, @Nullable String key) {
		return new EmbeddingModels(new EmbeddingSettings(model, address, key, null),
				new StaticListableBeanFactory().getBeanProvider(EmbeddingModel.class));
	}

	private static HttpServer serve(EmbeddingEndpoint endpoint) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/v1/embeddings", endpoint::handle);
		server.start();
		return server;
	}

	private static String address(HttpServer server) {
		return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
	}

	private static void answer(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static String body(HttpExchange exchange) throws IOException {
		return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).replace("\"", "")
			.toLowerCase(Locale.ROOT);
	}

	private static double cosine(float[] one, float[] other) {
		double sum = 0;
		for (int index = 0; index < one.length; index++) {
			sum += (double) one[index] * other[index];
		}
		return sum;
	}

	/** Answers a request. */
	@FunctionalInterface
	interface EmbeddingEndpoint {

		void handle(HttpExchange exchange) throws IOException;

	}

}
