package dev.babyagi.journey;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import dev.babyagi.OwnDatabase;
import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.drive.JourneyLifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A replica that is stopping sends new objectives elsewhere.
 */
@OwnDatabase
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DrainingTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JourneyLifecycle clockwork;

	@Autowired
	private Dispatch dispatch;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void goOn() {
		this.clockwork.start();
	}

	@Test
	void refusesNewObjectivesAndStillShowsTheOldOnes() {
		ServiceClient service = ServiceClient.on(this.port);
		JsonNode solved = service.solve("1 + 1");
		this.clockwork.stop();
		JsonNode problem = service.post("/v1/objectives", "{\"objective\":\"2 + 2\"}");
		assertThat(problem.path("type").asString()).isEqualTo("/problems/draining");
		assertThat(problem.path("retryable").asBoolean()).isTrue();
		assertThat(service.objective(solved.path("id").asString()).path("state").asString()).isEqualTo("completed");
		assertThat(count("2 + 2")).isZero();
	}

	/** The web server stops only when its requests have been answered. */
	@Test
	void answersThoseWhoWaitForAnEnd() throws Exception {
		ServiceClient service = ServiceClient.on(this.port);
		this.dispatch.pause();
		try (ExecutorService client = Executors.newSingleThreadExecutor()) {
			Future<JsonNode> answer = client
				.submit(() -> service.postWaiting("/v1/objectives", "{\"objective\":\"4 + 4\"}", 60));
			await().until(() -> count("4 + 4") == 1);
			assertThat(answer.isDone()).isFalse();
			this.clockwork.stop();
			assertThat(answer.get(30, TimeUnit.SECONDS).path("state").asString()).isEqualTo("submitted");
		}
	}

	@Test
	void takesObjectivesAgainOnceItIsStartedAgain() {
		ServiceClient service = ServiceClient.on(this.port);
		this.clockwork.stop();
		this.clockwork.start();
		assertThat(service.solve("3 + 3").path("result").path("answer").asString()).isEqualTo("6");
	}

	private int count(String text) {
		return this.jdbc.sql("select count(*) from objective where text = ?").param(text).query(Integer.class).single();
	}

}
