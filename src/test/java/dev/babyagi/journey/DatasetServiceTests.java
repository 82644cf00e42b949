package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Training data over HTTP: a dataset is built, downloaded, checked, and outdated by an
 * erased objective.
 */
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:trained;DB_CLOSE_DELAY=-1",
		"babyagi.memory.extract=off", "babyagi.memory.embedding.model=none", "babyagi.learning.holdout=0" })
class DatasetServiceTests extends AbstractServiceTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<String> CAPITALS = List.of("Norway", "Italy", "Kenya", "Chile", "Japan", "Egypt", "Nepal",
			"Peru");

	private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

	@BeforeEach
	void model() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Oslo\"}")));
		for (JsonNode dataset : service().get("/v1/datasets?limit=100").path("items")) {
			assertThat(service().delete(path(dataset), "*")).isEqualTo(204);
		}
		for (JsonNode objective : service().get("/v1/objectives").path("items")) {
			service().erase(objective.path("id").asString());
		}
	}

	@Test
	void makesRowsOfWhatPeopleCalledRightOrCorrected() throws Exception {
		JsonNode right = direct("What is the capital of Norway? Ask ada@example.com");
		give(right, "{\"rating\":1}");
		JsonNode wrong = direct("Which town has the oldest church in the south?");
		give(wrong, "{\"expectedOutput\":\"Kirkby\"}");
		direct("Nobody says anything of this one?");
		JsonNode silent = service().solve("This one may not teach?", "\"planning\":\"direct\"",
				"\"learning\":{\"teach\":false}");
		give(silent, "{\"rating\":1}");
		JsonNode dataset = build("{\"format\":\"sft\",\"consent\":true}");
		assertThat(dataset.path("state").asString()).isEqualTo("ready");
		JsonNode manifest = dataset.path("manifest");
		assertThat(manifest.path("objectives").asInt()).isEqualTo(2);
		assertThat(manifest.path("families").asInt()).isEqualTo(2);
		assertThat(manifest.path("rows").path("executor").asInt()).isEqualTo(2);
		assertThat(manifest.path("redacted").path("e-mail address").asInt()).isEqualTo(1);
		String all = content(dataset, "train", "openai") + content(dataset, "held_out", "openai");
		assertThat(all.lines()).hasSize(2).allSatisfy(TrainingForms::isConversation);
		assertThat(all).contains("[e-mail address]", "{\\\"answer\\\":\\\"Kirkby\\\"}", "\\\"Oslo\\\"")
			.doesNotContain("ada@example.com", "Nobody says", "may not teach");
		assertThat(sha256(content(dataset, "train", "openai"))).isEqualTo(manifest.path("sha256").asString());
	}

	@Test
	void comparesTheRightReplyWithTheWrongOne() {
		JsonNode wrong = direct("Which town has the oldest church in the south?");
		give(wrong, "{\"expectedOutput\":\"Kirkby\"}");
		JsonNode dataset = build("{\"format\":\"preference\",\"roles\":[\"executor\"],\"consent\":true}");
		String split = dataset.path("manifest")
			.path("files")
			.valueStream()
			.filter((file) -> file.path("rows").asInt() == 1)
			.map((file) -> file.path("split").asString())
			.findFirst()
			.orElseThrow();
		assertThat(content(dataset, split, "openai").lines()).singleElement().satisfies(TrainingForms::isPreference);
		String row = content(dataset, split, "trl").strip();
		TrainingForms.isTrlPreference(row);
		JsonNode read = JSON.readTree(row);
		assertThat(read.path("chosen").path(0).path("content").asString()).isEqualTo("{\"answer\":\"Kirkby\"}");
		assertThat(read.path("rejected").path(0).path("content").asString()).isEqualTo("{\"answer\": \"Oslo\"}");
	}

	@Test
	void makesRowsOfPlansAndJoins() {
		ENDPOINT.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(ModelReplies.fan(2))),
				ResponseScript.always(FakeResponse.text("found")),
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t1", "t2")))));
		give(service().solve("Compare the two parts of the matter", "\"planning\":\"plan\""), "{\"rating\":1}");
		JsonNode rows = build("{\"format\":\"sft\",\"consent\":true}").path("manifest").path("rows");
		assertThat(rows).isEqualTo(JSON.readTree("{\"executor\":2,\"joiner\":1,\"planner\":1}"));
	}

	@Test
	void holdsBackWhatIsErased() {
		JsonNode first = direct("What is the capital of Norway?");
		give(first, "{\"rating\":1}");
		JsonNode other = direct("Which town has the oldest church in the south?");
		give(other, "{\"rating\":1}");
		JsonNode dataset = build("{\"format\":\"sft\",\"consent\":true}");
		assertThat(service().erase(first.path("id").asString())).isEqualTo(204);
		assertThat(service().get(path(dataset)).path("state").asString()).isEqualTo("outdated");
		HttpResponse<String> content = service().look(path(dataset) + "/content");
		assertThat(content.statusCode()).isEqualTo(409);
		assertThat(content.body()).contains("/problems/conflict", "build the next version");
		JsonNode next = build("{\"format\":\"sft\",\"consent\":true}");
		assertThat(next.path("version").asInt()).isEqualTo(dataset.path("version").asInt() + 1);
		assertThat(next.path("rows").asInt()).isEqualTo(1);
		assertThat(content(next, "train", "openai") + content(next, "held_out", "openai")).doesNotContain("Norway");
	}

	@Test
	void keepsAFamilyInOneSplit() {
		for (String country : CAPITALS) {
			give(direct("What is the capital of " + country + "?"), "{\"rating\":1}");
		}
		JsonNode dataset = build("{\"format\":\"sft\",\"consent\":true}");
		assertThat(dataset.path("manifest").path("families").asInt()).isEqualTo(1);
		List<Integer> rows = StreamSupport.stream(dataset.path("manifest").path("files").spliterator(), false)
			.map((file) -> file.path("rows").asInt())
			.toList();
		assertThat(rows).containsOnly(0, CAPITALS.size());
	}

	@Test
	void numbersThoseThatAreAskedForAtOnce() throws Exception {
		List<Future<Integer>> asked = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
			for (int number = 0; number < 24; number++) {
				asked.add(clients.submit(
						() -> service().answer("/v1/datasets", "{\"format\":\"sft\",\"consent\":true}").statusCode()));
			}
		}
		for (Future<Integer> one : asked) {
			assertThat(one.get()).isEqualTo(202);
		}
		assertThat(
				service().get("/v1/datasets?limit=100").path("items").valueStream().map((one) -> one.path("version")))
			.hasSize(24)
			.doesNotHaveDuplicates();
	}

	@Test
	void saysWhatIsMissing() {
		assertThat(service().answer("/v1/datasets", "{\"format\":\"sft\",\"consent\":false}"))
			.satisfies((refused) -> assertThat(refused.statusCode()).isEqualTo(422))
			.satisfies((refused) -> assertThat(refused.body()).contains("/consent"));
		assertThat(service().answer("/v1/datasets", "{\"consent\":true}").statusCode()).isEqualTo(400);
		JsonNode empty = build("{\"format\":\"sft\",\"consent\":true}");
		assertThat(empty.path("state").asString()).isEqualTo("failed");
		assertThat(empty.path("reason").asString()).contains("give feedback");
		assertThat(service().look(path(empty) + "/content?form=csv").statusCode()).isEqualTo(400);
	}

	private JsonNode direct(String objective) {
		return service().solve(objective, "\"planning\":\"direct\"", "\"memory\":{\"read\":false}");
	}

	private void give(JsonNode objective, String feedback) {
		assertThat(service().answer("/v1/objectives/" + objective.path("id").asString() + "/feedback", feedback)
			.statusCode()).isEqualTo(201);
	}

	private JsonNode build(String request) {
		HttpResponse<String> accepted = service().answer("/v1/datasets", request);
		assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
		JsonNode dataset = JSON.readTree(accepted.body());
		long deadline = System.nanoTime() + PATIENCE;
		JsonNode now = dataset;
		while (now.path("state").asString().equals("building") && System.nanoTime() < deadline) {
			LockSupport.parkNanos(10_000_000);
			now = service().get(path(dataset));
		}
		return now;
	}

	private String content(JsonNode dataset, String split, String form) {
		HttpResponse<String> content = service().look(path(dataset) + "/content?split=" + split + "&form=" + form);
		assertThat(content.statusCode()).as(content.body()).isEqualTo(200);
		assertThat(content.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
		return content.body();
	}

	private static String path(JsonNode dataset) {
		return "/v1/datasets/" + dataset.path("id").asString();
	}

	private static String sha256(String text) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

}
