package dev.babyagi.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.journey.EventReader.Received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The journal as it is followed while it is written.
 */
@ServiceOnH2
@Timeout(120)
class EventStreamTests extends AbstractServiceTests {

	@LocalServerPort
	private int port;

	@BeforeEach
	void answerSlowly() {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(4), ModelReplies.ids(4)));
		ENDPOINT.latency(Duration.ofMillis(100));
	}

	@Test
	void beginsWithASnapshotAndEndsWithTheObjective() {
		String id = service().submit("Look into all parts and say what was found");
		try (EventReader reader = reader("/v1/objectives/" + id + "/events", null)) {
			assertThat(reader.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
			List<Received> events = kept(reader.rest());
			Received first = events.getFirst();
			assertThat(first.type()).isEqualTo("objective.snapshot");
			assertThat(first.body().at("/data/objectiveId").asString()).isEqualTo(id);
			assertThat(numbers(events.subList(1, events.size()))).containsExactlyElementsOf(
					LongStream.rangeClosed(number(first) + 1, number(events.getLast())).boxed().toList());
			assertThat(events.getLast().type()).isEqualTo("objective.completed");
			assertThat(bodies(events.subList(1, events.size())))
				.isEqualTo(service().allEvents(id).subList((int) number(first), (int) number(events.getLast())));
		}
	}

	@Test
	void showsInASnapshotWhatTheEntriesBeforeHaveSaid() {
		String id = service().solve("Look into all parts and say what was found").path("id").asString();
		try (EventReader reader = reader("/v1/objectives/" + id + "/events", null)) {
			List<Received> events = reader.rest();
			assertThat(events).hasSize(1);
			JsonNode data = events.getFirst().body().path("data");
			assertThat(number(events.getFirst())).isEqualTo(service().allEvents(id).size());
			assertThat(data.path("state").asString()).isEqualTo("completed");
			assertThat(data.path("stopReason").asString()).isEqualTo("goal_met");
			assertThat(data.at("/plan/tasks").asInt()).isEqualTo(4);
			assertThat(data.path("tasks").valueStream().map((task) -> task.path("state").asString())).hasSize(4)
				.containsOnly("succeeded");
		}
	}

	@Test
	void missesAndRepeatsNothingIfItIsCutAtEveryEvent() {
		String id = service().submit("Look into all parts and say what was found");
		List<Received> seen = new ArrayList<>();
		String last = "0";
		while (true) {
			try (EventReader reader = reader("/v1/objectives/" + id + "/events", last)) {
				if (reader.status() == 204) {
					break;
				}
				Received event = reader.until((next) -> next.id() != null).getLast();
				seen.add(event);
				last = Objects.requireNonNull(event.id());
			}
		}
		assertThat(bodies(seen)).isEqualTo(service().allEvents(id));
	}

	@Test
	void beginsAnewAfterANumberThatTheJournalHasNot() {
		String id = service().solve("5 + 6").path("id").asString();
		try (EventReader reader = reader("/v1/objectives/" + id + "/events?after=4000", null)) {
			assertThat(reader.rest()).extracting(Received::type).containsExactly("objective.snapshot");
		}
	}

	@Test
	void staysJsonForThoseWhoDoNotAskForAStream() {
		String id = service().solve("5 + 7").path("id").asString();
		assertThat(service().look("/v1/objectives/" + id + "/events", "*/*").headers().firstValue("Content-Type"))
			.contains("application/json");
		assertThat(service().status("/v1/objectives/" + id + "/events?limit=0")).isEqualTo(400);
	}

	@Test
	void answersAHeadRequestWithoutAStream() throws Exception {
		URI address = URI.create("http://127.0.0.1:" + this.port + "/v1/events");
		HttpRequest head = HttpRequest.newBuilder(address).HEAD().header("Accept", "text/event-stream").build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<Void> response = client.send(head, HttpResponse.BodyHandlers.discarding());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
		}
		await().until(() -> service().look("/actuator/prometheus").body().contains("babyagi_event_streams 0.0"));
	}

	@Test
	void refusesWhatIsNoIdOfAnEvent() {
		String id = service().solve("5 + 8").path("id").asString();
		for (String last : List.of("-1", "first", "1e3", "99999999999999999999")) {
			try (EventReader reader = reader("/v1/objectives/" + id + "/events", last)) {
				assertThat(reader.status()).as(last).isEqualTo(400);
			}
		}
		try (EventReader reader = reader("/v1/objectives/obj_01M88EQ6FJEXDAV3FV4QHVJ051/events", null)) {
			assertThat(reader.status()).isEqualTo(404);
		}
		try (EventReader reader = reader("/v1/objectives/" + id + "/events?limit=5", null)) {
			assertThat(reader.status()).isEqualTo(400);
		}
	}

	@Test
	void tellsOfAllObjectivesThatTheFilterMatches() {
		service().solve("6 + 1", "\"metadata\":{\"of\":\"stream\"}");
		try (EventReader reader = reader("/v1/events?metadata.of=stream", null)) {
			Received snapshot = Objects.requireNonNull(reader.next());
			assertThat(snapshot.type()).isEqualTo("objectives.snapshot");
			assertThat(snapshot.body().at("/data/objectives")).hasSize(1);
			service().solve("6 + 2");
			String id = service().submit("6 + 3", "\"metadata\":{\"of\":\"stream\"}");
			List<Received> events = reader.until((event) -> event.type().equals("objective.completed"));
			assertThat(events).allMatch((event) -> event.body().at("/data/objectiveId").asString().equals(id));
			assertThat(events).extracting((event) -> event.body().path("sequence").asInt())
				.containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
			resumesAfterEach(events, snapshot);
		}
	}

	private void resumesAfterEach(List<Received> events, Received snapshot) {
		String last = snapshot.id();
		for (Received expected : events) {
			try (EventReader reader = reader("/v1/events?metadata.of=stream", last)) {
				assertThat(reader.next()).isEqualTo(expected);
				last = expected.id();
			}
		}
		JsonNode page = service().get("/v1/events?metadata.of=stream&limit=3&after=" + snapshot.id());
		assertThat(page.path("items")).hasSize(3);
		assertThat(page.path("items").valueStream().toList()).isEqualTo(bodies(events.subList(0, 3)));
		assertThat(page.path("nextCursor").asString()).isEqualTo(events.get(2).id());
	}

	@Test
	void sendsTheTextOfTasksWhileTheModelWritesIt() {
		JsonNode unheard = service().solve("Look into all parts and say what was found");
		int calls = ENDPOINT.ledger().size();
		assertThat(ENDPOINT.ledger().calls()).noneMatch((call) -> call.request().isStreamed());
		String id = service().submit("Look into all parts and say what was found");
		try (EventReader reader = reader("/v1/objectives/" + id + "/events", null)) {
			List<Received> deltas = reader.rest()
				.stream()
				.filter((event) -> event.type().equals("task.delta"))
				.toList();
			assertThat(deltas).isNotEmpty().allMatch((event) -> event.id() == null);
			assertThat(ENDPOINT.ledger().size()).isEqualTo(2 * calls);
			Map<String, String> texts = deltas.stream()
				.collect(Collectors.groupingBy((event) -> event.body().at("/data/task/id").asString(),
						Collectors.mapping((event) -> event.body().at("/data/text").asString(), Collectors.joining())));
			assertThat(texts).hasSize(4);
			service().tasks(id)
				.forEach((task) -> assertThat(texts.get(task.path("id").asString()))
					.contains(task.at("/artifact/text").asString()));
			JsonNode heard = service().objective(id);
			assertThat(heard.path("result")).isEqualTo(unheard.path("result"));
			assertThat(heard.path("usage")).isEqualTo(unheard.path("usage"));
		}
	}

	/** Each of four tries broke off, and the endpoint is asked again later. */
	@Test
	void raisesTheVersionWhenADirectAnswerIsAskedForAgain() throws InterruptedException {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Oslo\"}"))
			.exceptFirst(4, ResponseScript
				.always(WireFaults.chunks(WireFaults.chunk("Ber"), "{\"error\":{\"code\":503,\"message\":\"no\"}}"))));
		String id = service().submit("What is the capital of Norway today?", "\"planning\":\"direct\"");
		try (EventReader reader = reader("/v1/objectives/" + id + "/events", null)) {
			ENDPOINT.ledger().awaitCalls(4);
			awaitLetGo(id);
			pass(Duration.ofSeconds(5));
			List<JsonNode> deltas = reader.rest()
				.stream()
				.filter((event) -> event.type().equals("task.delta"))
				.map((event) -> event.body().path("data"))
				.toList();
			int newest = deltas.getLast().path("version").asInt();
			assertThat(deltas).extracting((delta) -> delta.path("version").asInt()).isSorted();
			assertThat(deltas).filteredOn((delta) -> delta.path("version").asInt() == newest)
				.extracting((delta) -> delta.path("text").asString())
				.doesNotContain("Ber");
		}
	}

	@Test
	void sendsEventsAsDescribed() {
		String id = service().submit("Look into all parts and say what was found");
		try (EventReader reader = reader("/v1/objectives/" + id + "/events", "0");
				EventReader all = reader("/v1/events", null)) {
			DescribedResponses description = new DescribedResponses(service().get("/v3/api-docs"));
			List<Received> events = reader.rest();
			assertThat(events).extracting(Received::type).contains("objective.state", "plan.created", "task.state");
			assertThat(events).allSatisfy((event) -> check(event, "StreamedEvent", description));
			List<Received> feed = all.until((event) -> event.type().equals("objective.completed"));
			assertThat(feed).extracting(Received::type).contains("objectives.snapshot", "task.state");
			assertThat(feed).allSatisfy((event) -> check(event, "StreamedFeedEvent", description));
		}
	}

	private static void check(Received event, String component, DescribedResponses description) {
		assertThat(event.body().path("type").asString()).isEqualTo(event.type());
		assertThat(description.errorsOf(component, event.body().toString())).isEmpty();
	}

	private EventReader reader(String path, @Nullable String last) {
		return new EventReader("http://127.0.0.1:" + this.port + path, last);
	}

	private static List<Received> kept(List<Received> events) {
		return events.stream().filter((event) -> event.id() != null).toList();
	}

	private static List<JsonNode> bodies(List<Received> events) {
		return events.stream().map(Received::body).toList();
	}

	private static List<Long> numbers(List<Received> events) {
		return events.stream().map(EventStreamTests::number).toList();
	}

	private static long number(Received event) {
		return Long.parseLong(Objects.requireNonNull(event.id()));
	}

}
