package dev.babyagi.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.journey.ServiceClient;

/**
 * Whether questions are answered with memory on and not off. Forty sessions of one
 * context tell forty things among fillers, and change a quarter of them later; then each
 * is asked for. {@link ReadingModel} knows only what its prompts hold.
 *
 * <pre class="code">
 * java -cp ... dev.babyagi.benchmark.MemoryAnswers [errors of the model in 100 questions] [seed]
 * </pre>
 */
public final class MemoryAnswers {

	private static final int SESSIONS = 40;

	private static final int FILLERS = 9;

	private static final List<String> THINGS = List.of("bank", "dentist", "favourite colour", "street", "bicycle",
			"tea", "sister", "train line", "desk number", "locker", "gym", "hat", "editor", "printer", "badge",
			"landlord", "bakery", "river", "garden", "violin", "teacher", "holiday island", "coffee", "neighbour",
			"first school", "car brand", "shoe size", "cat", "dog", "boat", "lamp", "radio station", "newspaper",
			"football club", "soup", "cheese", "mountain", "bridge", "museum", "tree");

	private static final List<String> VALUES = List.of("Aros", "Vidar", "Ingrid", "Blue Heron", "Number 14", "Sorrel",
			"Tarn", "Ostrava", "Quill", "Marigold", "Fjord", "Basil", "Cobalt", "Juniper", "Larch", "Opal");

	private static final List<String> CHATTER = List.of("Please greet the new colleagues warmly.",
			"Thank you for the notes of yesterday.", "The weather was fine all week.", "Let us speak again on Monday.",
			"The report looked good to everybody.", "That was a long meeting indeed.");

	private final ServiceClient service;

	private final Random random;

	private final Map<String, String> truth = new HashMap<>();

	private final Map<String, String> outdated = new HashMap<>();

	private String context = "";

	private MemoryAnswers(ServiceClient service, long seed) {
		this.service = service;
		this.random = new Random(seed);
	}

	public static void main(String[] args) {
		int errors = (args.length > 0) ? Integer.parseInt(args[0]) : 0;
		long seed = (args.length > 1) ? Long.parseLong(args[1]) : 7;
		try (FakeEndpoint endpoint = FakeEndpoint.start(new ReadingModel(errors));
				ConfigurableApplicationContext context = MemoryBed.start(endpoint)) {
			int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
			endpoint.ledger().forgetBodies();
			new MemoryAnswers(new ServiceClient("http://127.0.0.1:" + port), seed).run();
		}
		System.exit(0);
	}

	private void run() {
		tell();
		LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
		System.out.println("memory on:  " + ask(true));
		System.out.println("memory off: " + ask(false));
	}

	private void tell() {
		List<String> said = new ArrayList<>();
		for (int session = 0; session < SESSIONS; session++) {
			said.add(statement(THINGS.get(session)));
			for (int filler = 0; filler < FILLERS; filler++) {
				said.add(CHATTER.get(this.random.nextInt(CHATTER.size())));
			}
		}
		for (int change = 0; change < SESSIONS / 4; change++) {
			said.add(statement(THINGS.get(change * 4)));
		}
		for (String sentence : said) {
			JsonNode accepted = this.service.post("/v1/objectives", body(sentence, true));
			this.context = accepted.path("contextId").asString();
			await(accepted);
		}
	}

	private String statement(String thing) {
		String before = this.truth.get(thing);
		String value = VALUES.get(this.random.nextInt(VALUES.size()));
		while (value.equals(before)) {
			value = VALUES.get(this.random.nextInt(VALUES.size()));
		}
		this.truth.put(thing, value);
		if (before != null) {
			this.outdated.put(thing, before);
		}
		return switch (this.random.nextInt(3)) {
			case 0 -> "My " + thing + " is " + value + ".";
			case 1 -> value + " is my " + thing + ".";
			default -> "As for my " + thing + ", it is " + value + ".";
		};
	}

	private String ask(boolean read) {
		int right = 0;
		int old = 0;
		int unknown = 0;
		int flagged = 0;
		for (String thing : THINGS) {
			JsonNode result = await(this.service.post("/v1/objectives", body("What is my " + thing + "?", read)))
				.path("result");
			String answer = result.path("answer").asString("");
			right += answer.contains("is " + this.truth.get(thing) + ".") ? 1 : 0;
			old += answer.contains("is " + this.outdated.get(thing) + ".") ? 1 : 0;
			unknown += answer.contains("do not know") ? 1 : 0;
			flagged += result.path("warnings").toString().contains("It was stated that") ? 1 : 0;
		}
		return "%d questions: %d right, %d outdated, %d not known, %d flagged as contradictions"
			.formatted(THINGS.size(), right, old, unknown, flagged);
	}

	private JsonNode await(JsonNode accepted) {
		String id = accepted.path("id").asString();
		while (true) {
			JsonNode objective = this.service.objective(id);
			if (objective.hasNonNull("finishedAt")) {
				return objective;
			}
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
		}
	}

	private String body(String text, boolean read) {
		String context = this.context.isEmpty() ? MemoryBed.CONTEXT : this.context;
		return """
				{"objective":"%s","planning":"direct","contextId":"%s","memory":{"read":%s,"write":%s}}"""
			.formatted(text, context, read, read);
	}

}
