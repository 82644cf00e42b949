package dev.babyagi.journey;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An objective that can do nothing but wait holds no thread and no lease.
 */
@ServiceOnH2
class WaitingTests extends AbstractServiceTests {

	@Test
	void letsGoWhileTheEndpointIsDownAndGoesOnWhenItIsDue() throws InterruptedException {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Paris\"}"))
			.exceptFirst(4, ResponseScript.always(WireFaults.html(503))));
		String id = service().submit("What is the capital of France?");
		ENDPOINT.ledger().awaitCalls(4);
		JsonNode waiting = awaitLetGo(id);
		assertThat(waiting.path("state").asString()).isEqualTo("working");
		assertThat(dueAt(id)).isAfter(now());
		assertThat(ENDPOINT.ledger().size()).isEqualTo(4);
		pass(Duration.ofSeconds(5));
		JsonNode solved = service().await(id, ServiceClient::isTerminal);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(5);
	}

	@Test
	void hearsACancelWhileItWaits() throws InterruptedException {
		ENDPOINT.answer(ResponseScript.always(WireFaults.html(503)));
		String id = service().submit("What is the capital of Norway?");
		ENDPOINT.ledger().awaitCalls(4);
		awaitLetGo(id);
		service().post("/v1/objectives/" + id + "/cancel", "{}");
		JsonNode canceled = service().await(id, ServiceClient::isTerminal);
		assertThat(canceled.path("state").asString()).isEqualTo("canceled");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(4);
	}

	private Instant dueAt(String id) {
		return jdbc().sql("select execution_time from scheduled_tasks where task_instance = ?")
			.param(WireId.parse("obj", id).orElseThrow().toString())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

}
