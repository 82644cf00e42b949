package dev.babyagi.journey;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeEndpoint;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a process that is asked to stop throws away answers it has paid for.
 */
class OrderlyStopTests {

	@TempDir
	private Path directory;

	@Test
	void recordsTheAnswersItWaitsForAndGoesOnAfterTheRestart() throws InterruptedException {
		try (FakeEndpoint endpoint = FakeEndpoint.start(Models.working(Models.fan(4), Models.ids(4)));
				ServiceProcess process = ServiceProcess.start(this.directory,
						"--spring.datasource.url=jdbc:h2:async:" + this.directory.resolve("babyagi")
								+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE",
						"--babyagi.language.base-url=" + endpoint.baseUrl())) {
			endpoint.latency(Duration.ofSeconds(1));
			String id = process.service().submit("Compare the parts of the matter and say what was found");
			endpoint.ledger().awaitCalls(5);
			process.stop();
			assertThat(endpoint.ledger().size()).isEqualTo(5);
			assertThat(endpoint.ledger().calls()).noneMatch((call) -> call.clientLeft());
			process.restart();
			JsonNode objective = process.service().await(id, Service::isTerminal);
			assertThat(objective.path("state").asString()).isEqualTo("completed");
			assertThat(objective.path("usage").path("modelCalls").asInt()).isEqualTo(6)
				.isEqualTo(endpoint.ledger().size());
		}
	}

}
