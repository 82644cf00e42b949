package dev.babyagi.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

import dev.babyagi.Postgres;
import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is remembered while processes die: rows and index agree, nothing that was
 * acknowledged is lost, and no fact is taken twice.
 */
@LongFormOnly
class MemoryFaultsIT {

	private static final int BATCH = 200;

	private static final int DEATHS = 9;

	private static final String WORDS_ALONE = "--babyagi.memory.embedding.model=none";

	private static final Pattern LOCKER = Pattern.compile("My locker is ([A-Z]\\d+)\\.");

	/** A fact about a locker in a prompt. */
	private static final Pattern FACT = Pattern.compile("(?m)^m\\d+ \\(.*, fact, .*locker is ([A-Z]\\d)");

	private static final String CONTEXT = "ctx_01M88EQ6FJEXDAV3FV4QHVJ0CX";

	private final Random random = new Random(20_261_129);

	private final HttpClient http = HttpClient.newHttpClient();

	private int attempted;

	private int acknowledged;

	private int lastAcknowledged = -1;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void recallsAtOneReplicaWhatTheOtherWasTold() {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("memories"))) {
			Replica told = site.launch(WORDS_ALONE, index("one"));
			Replica asked = site.launch(WORDS_ALONE, index("other"));
			told.awaitReady();
			asked.awaitReady();
			long longest = 0;
			for (int round = 0; round < 20; round++) {
				told.service().post("/v1/memories", "{\"text\":\"The word of the day is quartz%d.\"}".formatted(round));
				long start = System.nanoTime();
				String word = "quartz" + round;
				await().pollDelay(Duration.ZERO)
					.pollInterval(Duration.ofMillis(20))
					.atMost(10, TimeUnit.SECONDS)
					.until(() -> finds(asked.service(), word));
				longest = Math.max(longest, System.nanoTime() - start);
			}
			System.out.printf("Found at the other replica after %d ms at most%n", longest / 1_000_000);
		}
	}

	@Test
	void keepsRowsAndIndexTogetherWhenItDiesBetweenBatches() throws Exception {
		try (TestBed site = TestBed.onH2(this.directory)) {
			Path index = this.directory.resolve("index");
			Replica replica = site.start(WORDS_ALONE, index("index"));
			for (int death = 0; death < DEATHS; death++) {
				Thread writer = Thread.ofVirtual().start(() -> remember(replica.address()));
				LockSupport.parkNanos(Duration.ofMillis(300 + this.random.nextInt(1500)).toNanos());
				replica.kill();
				writer.join();
				damage(index, death % 3);
				replica.restart();
				check(replica.service());
			}
			FileSystemUtils.deleteRecursively(index);
			assertThat(this.acknowledged).isPositive();
			replica.service().post("/v1/memories", "{\"text\":\"Told while the folder was gone.\"}");
			await().atMost(30, TimeUnit.SECONDS).until(() -> finds(replica.service(), "gone"));
			await().atMost(30, TimeUnit.SECONDS).until(() -> finds(replica.service(), lastWord()));
		}
	}

	/** Posts batches until the service has gone. */
	private void remember(String address) {
		while (true) {
			int batch = this.attempted++;
			String items = IntStream.range(0, BATCH)
				.mapToObj((number) -> "{\"text\":\"Fact batch%dx%d holds.\"}".formatted(batch, number))
				.collect(Collectors.joining(","));
			try {
				HttpResponse<String> answer = this.http
					.send(HttpRequest.newBuilder(URI.create(address + "/v1/memories/batch"))
						.header("Content-Type", "application/json")
						.POST(HttpRequest.BodyPublishers.ofString("{\"items\":[" + items + "]}"))
						.build(), HttpResponse.BodyHandlers.ofString());
				assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
				this.acknowledged++;
				this.lastAcknowledged = batch;
			}
			catch (IOException ex) {
				return;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	/**
	 * At rest: nothing, the largest file cut in half, or all of it gone. The folder is
	 * not there yet if the process died early.
	 */
	private static void damage(Path index, int kind) throws IOException {
		if (kind == 1 && Files.isDirectory(index)) {
			try (Stream<Path> files = Files.list(index)) {
				Path largest = files.max(Comparator.comparingLong((file) -> file.toFile().length())).orElseThrow();
				try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
					file.setLength(file.length() / 2);
				}
			}
		}
		else if (kind == 2) {
			FileSystemUtils.deleteRecursively(index);
		}
	}

	private void check(ServiceClient service) {
		int rows = service.get("/v1/memories/hygiene").path("total").asInt();
		assertThat(rows % BATCH).as("A batch is whole or absent").isZero();
		assertThat(rows / BATCH).isBetween(this.acknowledged, this.attempted);
		await().atMost(30, TimeUnit.SECONDS)
			.untilAsserted(
					() -> assertThat(service.get("/v1/memories/index").path("documents").asInt()).isEqualTo(rows));
		if (this.lastAcknowledged >= 0) {
			assertThat(finds(service, lastWord())).isTrue();
		}
	}

	private String lastWord() {
		return "batch%dx%d".formatted(this.lastAcknowledged, BATCH - 1);
	}

	@Test
	void takesFactsOnceWhenItDiesWhileTheModelReads() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().answer(MemoryFaultsIT::answer);
			Replica replica = site.start(WORDS_ALONE, index("index"), "--babyagi.dispatch.lease=3s");
			for (int death = 1; death <= DEATHS / 2; death++) {
				String said = "My locker is A%d.".formatted(death);
				JsonNode accepted = replica.service()
					.post("/v1/objectives", """
							{"objective":"%s","planning":"direct","contextId":"ctx_01M88EQ6FJEXDAV3FV4QHVJ05%d"}"""
						.formatted(said, death));
				await().atMost(30, TimeUnit.SECONDS).until(() -> extractions(site, said) == 1);
				LockSupport.parkNanos(Duration.ofMillis(this.random.nextInt(1500)).toNanos());
				replica.kill();
				replica.restart();
				String facts = "/v1/memories?kind=fact&contextId=" + accepted.path("contextId").asString();
				await().atMost(60, TimeUnit.SECONDS).until(() -> !replica.service().get(facts).path("items").isEmpty());
				assertThat(replica.service().get(facts).path("items")).hasSize(1);
				assertThat(extractions(site, said)).isBetween(1L, 2L);
			}
			LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
			assertThat(replica.service().get("/v1/memories?kind=fact&limit=100").path("items")).hasSize(DEATHS / 2);
		}
	}

	/** What is told in one objective, contradicted in another and forgotten at last. */
	@Test
	void usesAfterARestartWhatWasToldUntilItIsForgotten() throws IOException {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().answer(MemoryFaultsIT::answer);
			Replica replica = site.start(WORDS_ALONE, index("index"));
			tell(replica.service(), "A1");
			replica.kill();
			replica.restart();
			assertThat(recalled(site, replica.service())).contains("A1");
			JsonNode now = tell(replica.service(), "B2");
			assertThat(recalled(site, replica.service())).contains("B2").doesNotContain("A1");
			JsonNode history = replica.service()
				.get("/v1/memories/" + now.path("id").asString() + "/history")
				.path("items");
			assertThat(history.valueStream().map((memory) -> memory.path("value").asString())).containsExactly("A1",
					"B2");
			forget(replica.service());
			assertThat(recalled(site, replica.service())).isEmpty();
			replica.kill();
			FileSystemUtils.deleteRecursively(this.directory.resolve("index"));
			replica.restart();
			replica.service().post("/v1/memories", "{\"text\":\"The lake is deep.\"}");
			await().atMost(30, TimeUnit.SECONDS).until(() -> finds(replica.service(), "lake"));
			assertThat(finds(replica.service(), "A1")).isFalse();
			assertThat(finds(replica.service(), "B2")).isFalse();
		}
	}

	/** Says where the locker is, and waits until that is remembered. */
	private static JsonNode tell(ServiceClient service, String locker) {
		ask(service, "My locker is " + locker + ".");
		String facts = "/v1/memories?kind=fact&contextId=" + CONTEXT;
		await().atMost(30, TimeUnit.SECONDS)
			.until(() -> service.get(facts).path("items").path(0).path("value").asString("").equals(locker));
		return service.get(facts).path("items").path(0);
	}

	private static void ask(ServiceClient service, String objective) {
		String id = service
			.post("/v1/objectives",
					"{\"objective\":\"%s\",\"planning\":\"direct\",\"contextId\":\"%s\"}".formatted(objective, CONTEXT))
			.path("id")
			.asString();
		await().atMost(30, TimeUnit.SECONDS).until(() -> service.objective(id).hasNonNull("finishedAt"));
	}

	/** The facts in the prompt of the next objective of the context. */
	private static List<String> recalled(TestBed site, ServiceClient service) {
		ask(service, "Where do I put my coat?");
		String prompt = site.endpoint()
			.ledger()
			.calls()
			.stream()
			.map(CallLedger.Call::request)
			.filter((request) -> request.user().contains("coat") && !request.schemaName().equals("extract"))
			.toList()
			.getLast()
			.user();
		return FACT.matcher(prompt).results().map((fact) -> fact.group(1)).toList();
	}

	private static void forget(ServiceClient service) {
		String scope = "\"contextId\":\"" + CONTEXT + "\"";
		int count = service.post("/v1/memories/forget", "{" + scope + ",\"dryRun\":true}").path("matched").asInt();
		assertThat(count).isPositive();
		service.post("/v1/memories/forget", "{" + scope + ",\"count\":" + count + "}");
	}

	private static long extractions(TestBed site, String said) {
		return site.endpoint()
			.ledger()
			.calls()
			.stream()
			.filter((call) -> call.request().schemaName().equals("extract") && call.request().user().contains(said))
			.count();
	}

	/** Reads what it is told about a locker, slowly, and has nothing else to say. */
	private static FakeResponse answer(FakeRequest request) {
		if (!request.schemaName().equals("extract")) {
			return FakeResponse.text("{\"answer\":\"Noted.\"}");
		}
		Matcher said = LOCKER.matcher(request.user());
		String facts = said.find() ? """
				{"kind":"fact","subject":"user","attribute":"locker","value":"%s","text":"The user's locker is %s.",
				 "quote":"%s"}""".formatted(said.group(1), said.group(1), said.group()) : "";
		return FakeResponse.text("{\"facts\":[" + facts + "]}").after(Duration.ofSeconds(1));
	}

	private static boolean finds(ServiceClient service, String word) {
		List<String> texts = service.post("/v1/memories/search", "{\"query\":\"%s\"}".formatted(word))
			.path("items")
			.valueStream()
			.map((hit) -> hit.path("memory").path("text").asString())
			.toList();
		return texts.stream().anyMatch((text) -> text.contains(word));
	}

	private String index(String name) {
		return "--babyagi.memory.index-dir=" + this.directory.resolve(name);
	}

}
