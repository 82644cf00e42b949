package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.drive.OrphanSweep;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ContextUse;
import dev.babyagi.objective.LearningUse;
import dev.babyagi.objective.MemoryUse;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.OnBusy;
import dev.babyagi.objective.Submission;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Objectives of one context begin one after the other. Each database runs these same
 * tests.
 */
abstract class AbstractContextQueueTests extends AbstractServiceTests {

	private static final ResponseScript ANSWER = ResponseScript.always(FakeResponse.text("{\"answer\":\"Paris\"}"));

	@Autowired
	private Objectives objectives;

	@Autowired
	private OrphanSweep sweep;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void waitsForTheObjectiveThatMadeTheContext() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(ANSWER.behind(gate));
		JsonNode first = accepted("What is the capital of France?");
		ENDPOINT.ledger().awaitCalls(1);
		String second = service().submit("What is the capital of Norway?", in(first));
		String third = service().submit("What is the capital of Chile?", in(first));
		JsonNode waiting = service().objective(second);
		assertThat(waiting.path("state").asString()).isEqualTo("submitted");
		assertThat(waiting.path("phase").asString()).isEqualTo("queued");
		assertThat(rows(second)).as("it holds no lease and is not even looked at").isZero();
		gate.countDown();
		Instant ended = finished(first.path("id").asString());
		assertThat(finished(second)).isAfterOrEqualTo(ended);
		assertThat(finished(third)).isAfterOrEqualTo(finished(second));
		assertThat(ENDPOINT.ledger().mostAtOnce()).isOne();
		assertThat(service().objective(second).path("startedAt").asString())
			.isGreaterThanOrEqualTo(service().objective(first.path("id").asString()).path("finishedAt").asString());
	}

	@Test
	void beginsAtOnceWhereNothingIsAtWork() {
		ENDPOINT.answer(ANSWER);
		JsonNode first = service().solve("What is the capital of France?");
		for (String onBusy : List.of("enqueue", "interrupt", "reject")) {
			JsonNode next = service().solve("What is the capital of Norway?", in(first), onBusy(onBusy));
			assertThat(next.path("state").asString()).isEqualTo("completed");
		}
	}

	@Test
	void interruptsWhatIsAtWorkAndWhatWaits() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(ANSWER.exceptFirst(1, ANSWER.behind(gate)));
		JsonNode first = accepted("What is the capital of France?");
		ENDPOINT.ledger().awaitCalls(1);
		String second = service().submit("What is the capital of Norway?", in(first));
		JsonNode third = service().solve("What is the capital of Chile?", in(first), onBusy("interrupt"));
		assertThat(third.path("state").asString()).isEqualTo("completed");
		for (String id : List.of(first.path("id").asString(), second)) {
			JsonNode ended = service().objective(id);
			assertThat(ended.path("state").asString()).isEqualTo("canceled");
			assertThat(ended.path("stopReason").asString()).isEqualTo("superseded");
			assertThat(ended.path("finishedAt").asString()).isLessThanOrEqualTo(third.path("startedAt").asString());
		}
		gate.countDown();
		assertThat(ENDPOINT.ledger().size()).isEqualTo(2);
	}

	@Test
	void rejectsWhileTheContextIsBusy() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(ANSWER.behind(gate));
		JsonNode first = accepted("What is the capital of France?");
		ENDPOINT.ledger().awaitCalls(1);
		HttpResponse<String> rejected = service().answer("/v1/objectives",
				"{\"objective\":\"Norway?\"," + in(first) + "," + onBusy("reject") + "}");
		assertThat(rejected.statusCode()).isEqualTo(409);
		assertThat(rejected.body()).contains("/problems/conflict", first.path("id").asString(), "enqueue");
		gate.countDown();
		finished(first.path("id").asString());
		assertThat(service().get("/v1/objectives?contextId=" + context(first)).path("items")).hasSize(1);
	}

	/** Nobody has been in the context before, and all come at the same time. */
	@Test
	void letsOnlyOneBeginOfManyThatComeAtOnce() throws Exception {
		ENDPOINT.answer(ANSWER);
		ENDPOINT.latency(Duration.ofMillis(20));
		String context = "\"contextId\":\"" + new ContextId(UUID.randomUUID()) + "\",\"memory\":{\"write\":false}";
		List<Future<String>> ids = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int number = 0; number < 12; number++) {
				ids.add(threads.submit(() -> service().submit("What is the capital of France?", context)));
			}
		}
		for (Future<String> id : ids) {
			finished(id.get());
		}
		assertThat(ENDPOINT.ledger().size()).isEqualTo(12);
		assertThat(ENDPOINT.ledger().mostAtOnce()).isOne();
	}

	@Test
	void cancelsAndErasesOneThatWaitsAndTheNextStillGetsItsTurn() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(ANSWER.behind(gate));
		JsonNode first = accepted("What is the capital of France?");
		ENDPOINT.ledger().awaitCalls(1);
		String second = service().submit("What is the capital of Norway?", in(first));
		String third = service().submit("What is the capital of Chile?", in(first));
		assertThat(service().erase(second)).isEqualTo(409);
		service().post("/v1/objectives/" + second + "/cancel", "{}");
		service().await(second, ServiceClient::isTerminal);
		assertThat(service().objective(second).path("stopReason").asString()).isEqualTo("canceled_by_client");
		assertThat(service().erase(second)).isEqualTo(204);
		assertThat(service().objective(third).path("state").asString()).isEqualTo("submitted");
		gate.countDown();
		finished(third);
		assertThat(ENDPOINT.ledger().size()).isEqualTo(2);
	}

	@Test
	void endsAtItsDeadlineWhileItWaits() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(ANSWER.behind(gate));
		JsonNode first = accepted("What is the capital of France?");
		ENDPOINT.ledger().awaitCalls(1);
		String second = service().submit("What is the capital of Norway?", in(first),
				"\"limits\":{\"deadline\":\"" + now().plusSeconds(60) + "\"}");
		assertThat(service().objective(second).path("state").asString()).isEqualTo("submitted");
		pass(Duration.ofSeconds(61));
		JsonNode ended = service().await(second, ServiceClient::isTerminal);
		assertThat(ended.path("stopReason").asString()).isEqualTo("deadline");
		assertThat(service().objective(first.path("id").asString()).path("state").asString()).isEqualTo("working");
		gate.countDown();
		finished(first.path("id").asString());
		assertThat(ENDPOINT.ledger().size()).isOne();
	}

	/** As if the commit that was to wake it had been lost. */
	@Test
	void findsWhatWaitsWhereNothingIsAtWork() {
		ENDPOINT.answer(ANSWER);
		Submission usual = Submissions.of("What is the capital of France?");
		ContextUse context = new ContextUse(new ContextId(UUID.randomUUID()), true, OnBusy.ENQUEUE);
		Submission submission = new Submission(usual.text(), context, null, "auto", usual.limits(), 1, 5, null,
				new MemoryUse(true, false, List.of()), LearningUse.USUAL, usual.metadata());
		String id = this.transaction
			.execute((status) -> this.objectives.enqueue("default", submission).id().toString());
		assertThat(rows(id)).isZero();
		this.sweep.run();
		finished(id);
	}

	@Test
	void refusesReferencesToWhatIsNotThere() {
		JsonNode first = service().solve("1 + 1");
		HttpResponse<String> refused = service().answer("/v1/objectives", """
				{"objective":"2 + 2","references":["%s","%s"]}""".formatted(first.path("id").asString(),
				WireId.format("obj", UUID.randomUUID())));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("/references/1").doesNotContain("/references/0\"");
		assertThat(service()
			.solve("2 + 2", "\"references\":[\"" + first.path("id").asString() + "\"]", "\"memory\":{\"write\":false}")
			.path("state")
			.asString()).isEqualTo("completed");
	}

	private JsonNode accepted(String objective) {
		return service().post("/v1/objectives", "{\"objective\":\"" + objective + "\"}");
	}

	private Instant finished(String id) {
		JsonNode ended = service().await(id, ServiceClient::isTerminal);
		assertThat(ended.path("state").asString()).as("%s", ended).isEqualTo("completed");
		return Instant.parse(ended.path("finishedAt").asString());
	}

	private long rows(String id) {
		return jdbc().sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(WireId.parse("obj", id).orElseThrow().toString())
			.query(Long.class)
			.single();
	}

	private static String context(JsonNode objective) {
		return objective.path("contextId").asString();
	}

	/** In its context, and not remembered: that would make calls of its own. */
	private static String in(JsonNode objective) {
		return "\"contextId\":\"" + context(objective) + "\",\"memory\":{\"write\":false}";
	}

	private static String onBusy(String what) {
		return "\"onBusy\":\"" + what + "\"";
	}

}
