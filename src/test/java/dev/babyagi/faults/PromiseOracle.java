package dev.babyagi.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.journey.ServiceClient;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says whether the promises held, by what the endpoint saw and what the API tells. The
 * same after every case.
 */
final class PromiseOracle {

	private static final Pattern NUMBER = Pattern.compile("parts of matter (\\d+)\\.");

	/** Requests that one attempt sends at most. */
	private static final int TRIES = 4;

	/** The default of {@code maxModelCalls}. */
	private static final int MAX_CALLS = 60;

	private static final Duration UP_AGAIN = Duration.ofSeconds(15);

	private static final Set<String> TERMINAL = Set.of("completed", "failed", "canceled");

	private final Map<String, String> accepted = new ConcurrentHashMap<>();

	private final CallLedger ledger;

	PromiseOracle(CallLedger ledger) {
		this.ledger = ledger;
	}

	/** The text of an objective; no other one's text begins with it. */
	static String objective(int number) {
		return "Compare the parts of matter %d. and say what was found".formatted(number);
	}

	/** The number of the objective that a call is made for. */
	static int number(FakeRequest request) {
		Matcher number = NUMBER.matcher(request.user());
		if (!number.find()) {
			throw new AssertionError("A call for no objective: " + request.user());
		}
		return Integer.parseInt(number.group(1));
	}

	/** An answer said that it was accepted. */
	void accepted(String id, String objective) {
		this.accepted.put(id, objective);
	}

	/**
	 * Health is up in time; no accepted objective is missing; each ends in time and as it
	 * should; each task has exactly one artifact; no gap in the journal.
	 */
	void check(Replica replica, Duration deadline) {
		check(replica, deadline, Set.of("completed"));
	}

	void check(Replica replica, Duration deadline, Set<String> states) {
		replica.awaitReady(UP_AGAIN);
		ServiceClient service = replica.service();
		long until = System.nanoTime() + deadline.toNanos();
		this.accepted.forEach((id, text) -> {
			JsonNode objective = awaitEnd(service, id, until);
			assertThat(end(objective)).as(() -> told(service, id)).isIn(states);
			checkJournal(service, id, objective.path("state").asString());
			checkTasks(service, id, objective);
		});
	}

	/** Its state, or {@code partial} if it was completed in part. */
	private static String end(JsonNode objective) {
		return objective.path("completeness").asString("").equals("partial") ? "partial"
				: objective.path("state").asString();
	}

	private static JsonNode awaitEnd(ServiceClient service, String id, long until) {
		while (true) {
			JsonNode objective = service.objective(id);
			assertThat(objective.path("id").asString()).as("the accepted objective %s", id).isEqualTo(id);
			if (TERMINAL.contains(objective.path("state").asString())) {
				return objective;
			}
			if (System.nanoTime() > until) {
				throw new AssertionError("Not at its end in time: " + told(service, id));
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	/** One number after the other, and one terminal entry, the last. */
	private static void checkJournal(ServiceClient service, String id, String state) {
		List<JsonNode> events = service.allEvents(id);
		for (int place = 0; place < events.size(); place++) {
			assertThat(events.get(place).path("sequence").asInt()).as(() -> told(service, id)).isEqualTo(place + 1);
		}
		List<String> ends = events.stream()
			.map((event) -> event.path("type").asString())
			.filter((type) -> TERMINAL.contains(type.substring(type.indexOf('.') + 1)))
			.toList();
		assertThat(ends).as(() -> told(service, id)).containsExactly("objective." + state);
		assertThat(events.getLast().path("type").asString()).isEqualTo("objective." + state);
	}

	private static void checkTasks(ServiceClient service, String id, JsonNode objective) {
		Map<String, Long> produced = service.allEvents(id)
			.stream()
			.filter((event) -> event.path("type").asString().equals("task.state"))
			.filter((event) -> event.path("data").path("task").path("state").asString().equals("succeeded"))
			.collect(Collectors.groupingBy((event) -> event.path("data").path("task").path("id").asString(),
					Collectors.counting()));
		List<JsonNode> succeeded = service.get("/v1/objectives/" + id + "/tasks")
			.path("items")
			.valueStream()
			.filter((task) -> task.path("state").asString().equals("succeeded"))
			.toList();
		assertThat(succeeded).as(() -> told(service, id)).allMatch((task) -> task.hasNonNull("artifact"));
		assertThat(produced).as(() -> told(service, id)).hasSize(succeeded.size()).allSatisfy((task, times) -> {
			assertThat(times).as("artifacts of %s", task).isOne();
			assertThat(succeeded).anyMatch((row) -> row.path("id").asString().equals(task));
		});
		if (end(objective).equals("completed")) {
			assertThat(succeeded).as(() -> told(service, id)).hasSize(TestBed.TASKS);
		}
	}

	/**
	 * Every attempt is closed, and the endpoint saw as many calls as they recorded; one
	 * that a crash cut may have made none, or as many as it tries.
	 * @param books what the database holds; nobody may be at work on it
	 */
	void check(AttemptLedger books) {
		Map<String, List<CallLedger.Call>> calls = callsByObjective();
		Map<UUID, AttemptLedger.Calls> all = books.calls();
		assertThat(this.accepted.values()).as("whose calls there are").containsAll(calls.keySet());
		this.accepted.forEach((id, text) -> {
			AttemptLedger.Calls recorded = all.getOrDefault(WireId.parse("obj", id).orElseThrow(),
					AttemptLedger.Calls.NONE);
			int seen = calls.getOrDefault(text, List.of()).size();
			assertThat(recorded.open()).as("open attempts of %s", id).isZero();
			assertThat(seen).as("calls of %s against %s", id, recorded)
				.isBetween(recorded.sure(), recorded.sure() + recorded.cut() + recorded.uncertain() * TRIES)
				.isLessThanOrEqualTo(MAX_CALLS);
		});
	}

	private Map<String, List<CallLedger.Call>> callsByObjective() {
		return this.ledger.calls().stream().collect(Collectors.groupingBy(this::objectiveOf));
	}

	private String objectiveOf(CallLedger.Call call) {
		String user = call.request().user();
		return this.accepted.values()
			.stream()
			.filter(user::contains)
			.findFirst()
			.orElse("nobody's: " + user.substring(0, Math.min(user.length(), 200)));
	}

	private static String told(ServiceClient service, String id) {
		return "%s%n%s%n%s".formatted(service.objective(id), service.get("/v1/objectives/" + id + "/tasks"),
				service.allEvents(id));
	}

}
