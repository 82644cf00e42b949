package dev.babyagi.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.journey.ServiceClient;

/**
 * Whether memory stays clean. Turns of one context tell five things in three wordings
 * again and again; then objectives repeat a falsehood that they recall.
 *
 * <pre class="code">
 * java -cp ... dev.babyagi.benchmark.MemoryHygiene [turns] [repetitions]
 * </pre>
 */
public final class MemoryHygiene {

	private static final List<String> THINGS = List.of("bank", "dentist", "street", "bicycle", "tea");

	private static final List<String> VALUES = List.of("Aros", "Vidar", "Sorrel", "Tarn", "Quill");

	private final ServiceClient service;

	private MemoryHygiene(ServiceClient service) {
		this.service = service;
	}

	public static void main(String[] args) {
		int turns = (args.length > 0) ? Integer.parseInt(args[0]) : 10_000;
		int repetitions = (args.length > 1) ? Integer.parseInt(args[1]) : 1_000;
		try (FakeEndpoint endpoint = FakeEndpoint.start(new ReadingModel(0));
				ConfigurableApplicationContext context = MemoryBed.start(endpoint)) {
			int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
			endpoint.ledger().forgetBodies();
			MemoryHygiene hygiene = new MemoryHygiene(new ServiceClient("http://127.0.0.1:" + port));
			hygiene.tell(turns);
			hygiene.repeatFalsehood(repetitions);
		}
		System.exit(0);
	}

	private void tell(int turns) {
		for (int turn = 0; turn < turns; turn++) {
			int thing = turn % THINGS.size();
			submit(sentence(turn / THINGS.size() % 3, THINGS.get(thing), VALUES.get(thing)), MemoryBed.CONTEXT);
		}
		awaitQuiet();
		report(turns + " turns with five facts in three wordings");
	}

	private static String sentence(int wording, String thing, String value) {
		return switch (wording) {
			case 0 -> "My %s is %s.".formatted(thing, value);
			case 1 -> "%s is my %s.".formatted(value, thing);
			default -> "As for my %s, it is %s.".formatted(thing, value);
		};
	}

	private void repeatFalsehood(int times) {
		this.service.post("/v1/memories", """
				{"text":"The user's harbour is Atlantis.","trust":"untrusted"}""");
		LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
		for (int time = 0; time < times; time++) {
			submit("What is my harbour?", MemoryBed.CONTEXT);
		}
		awaitQuiet();
		JsonNode memories = this.service.get("/v1/memories?kind=fact&limit=100&includeSuperseded=true").path("items");
		long rows = memories.valueStream()
			.filter((memory) -> memory.path("text").asString().toLowerCase(Locale.ROOT).contains("atlantis"))
			.count();
		System.out.println(times + " objectives that repeat a recalled falsehood: " + rows + " rows say it");
	}

	private void report(String what) {
		JsonNode facts = this.service.get("/v1/memories?kind=fact&limit=100").path("items");
		System.out.println(what + ": " + facts.size() + " current facts, " + this.service.get("/v1/memories/hygiene"));
	}

	private void submit(String text, String context) {
		String id = this.service.post("/v1/objectives", """
				{"objective":"%s","planning":"direct","contextId":"%s"}""".formatted(text, context))
			.path("id")
			.asString();
		while (!this.service.objective(id).hasNonNull("finishedAt")) {
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
		}
	}

	/** Waits until the extractions have ended: the counts stand still for ten seconds. */
	private void awaitQuiet() {
		String before = "";
		for (String now = counts(); !now.equals(before); now = counts()) {
			before = now;
			LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
		}
	}

	private String counts() {
		return this.service.get("/v1/memories/hygiene").toString();
	}

}
