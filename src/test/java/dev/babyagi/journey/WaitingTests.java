package dev.babyagi.journey;

import java.sql.Timestamp;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.Script;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An objective that can do nothing but wait holds no thread and no lease.
 */
@ServiceOnH2
class WaitingTests extends AbstractServiceTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DriverRegistry drivers;

	@Test
	void letsGoWhileTheEndpointIsDownAndGoesOnWhenItIsDue() throws InterruptedException {
		ENDPOINT.answer(Script.always(FakeResponse.text("{\"answer\": \"Paris\"}"))
			.exceptFirst(4, Script.always(WireFaults.html(503))));
		String id = service().submit("What is the capital of France?");
		ObjectiveId objectiveId = new ObjectiveId(WireId.parse("obj", id).orElseThrow());
		ENDPOINT.ledger().awaitCalls(4);
		JsonNode waiting = service().await(id, (objective) -> isLetGo(objectiveId));
		assertThat(waiting.path("state").asString()).isEqualTo("working");
		assertThat(dueAt(objectiveId)).isAfter(Instant.now());
		JsonNode solved = service().await(id, Service::isTerminal);
		assertThat(solved.path("result").path("answer").asString()).isEqualTo("Paris");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(5);
	}

	@Test
	void hearsACancelWhileItWaits() throws InterruptedException {
		ENDPOINT.answer(Script.always(WireFaults.html(503)));
		String id = service().submit("What is the capital of Norway?");
		ObjectiveId objectiveId = new ObjectiveId(WireId.parse("obj", id).orElseThrow());
		ENDPOINT.ledger().awaitCalls(4);
		service().await(id, (objective) -> isLetGo(objectiveId));
		service().post("/v1/objectives/" + id + "/cancel", "{}");
		JsonNode canceled = service().await(id, Service::isTerminal);
		assertThat(canceled.path("state").asString()).isEqualTo("canceled");
		assertThat(ENDPOINT.ledger().size()).isEqualTo(4);
	}

	/** The lease is given back a moment after the driver has gone. */
	private boolean isLetGo(ObjectiveId id) {
		return !this.drivers.isAtWork(id) && !isPicked(id);
	}

	private boolean isPicked(ObjectiveId id) {
		return this.jdbc.sql("select picked from scheduled_tasks where task_instance = ?")
			.param(id.id().toString())
			.query(Boolean.class)
			.single();
	}

	private Instant dueAt(ObjectiveId id) {
		return this.jdbc.sql("select execution_time from scheduled_tasks where task_instance = ?")
			.param(id.id().toString())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

}
