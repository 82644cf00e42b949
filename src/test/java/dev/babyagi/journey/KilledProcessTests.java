package dev.babyagi.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.babyagi.Postgres;
import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.Ledger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a process dies at any instant and an objective with it, or a task is bought
 * twice. {@code -Dkills=20} kills more often than the short form here.
 */
class KilledProcessTests {

	private static final String QUESTION = "Compare the parts of the matter and say what was found";

	private static final int TASKS = 8;

	private static final int KILLS = Integer.getInteger("kills", 2);

	private final Random random = new Random(20_261_125);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	private FakeEndpoint endpoint;

	@BeforeEach
	void setUp() {
		this.endpoint = FakeEndpoint.start(Models.working(Models.fan(TASKS), Models.ids(TASKS)));
		this.endpoint.latency(Duration.ofMillis(300));
	}

	@AfterEach
	void tearDown() {
		this.endpoint.close();
	}

	@Test
	void finishesEveryObjectiveOnH2() {
		String url = "jdbc:h2:async:" + this.directory.resolve("babyagi")
				+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE";
		killAndFinish("--spring.datasource.url=" + url);
	}

	@Test
	void finishesEveryObjectiveOnPostgres() {
		killAndFinish("--spring.datasource.url=" + Postgres.database("killed"), "--spring.datasource.username=postgres",
				"--spring.profiles.active=postgres");
	}

	private void killAndFinish(String... settings) {
		String[] all = Arrays.copyOf(settings, settings.length + 1);
		all[settings.length] = "--babyagi.language.base-url=" + this.endpoint.baseUrl();
		try (ServiceProcess process = ServiceProcess.start(this.directory, all)) {
			for (int kill = 0; kill < KILLS; kill++) {
				this.endpoint.ledger().clear();
				String id = process.service().submit(QUESTION);
				LockSupport.parkNanos(Duration.ofMillis(this.random.nextInt(1000)).toNanos());
				List<String> finished = finished(process.service(), id);
				process.kill();
				int seen = this.endpoint.ledger().size();
				process.restart();
				JsonNode objective = process.service().await(id, Service::isTerminal);
				check(process.service(), objective, finished, seen);
			}
		}
	}

	private static List<String> finished(Service service, String id) {
		return service.tasks(id)
			.valueStream()
			.filter((task) -> task.path("state").asString().equals("succeeded"))
			.map((task) -> task.path("id").asString())
			.toList();
	}

	private void check(Service service, JsonNode objective, List<String> finished, int seenBefore) {
		assertThat(objective.path("state").asString()).isEqualTo("completed");
		assertThat(objective.path("progress").path("succeeded").asInt()).isEqualTo(TASKS);
		List<Ledger.Call> after = this.endpoint.ledger().calls().stream().skip(seenBefore).toList();
		for (String task : finished) {
			assertThat(after).noneMatch((call) -> call.request().user().contains("Look into part " + task + " "));
		}
		int recorded = objective.path("usage").path("modelCalls").asInt();
		int cut = recorded - (TASKS + 2);
		assertThat(this.endpoint.ledger().size()).isBetween(TASKS + 2, recorded);
		assertThat(cut).isBetween(0, TASKS + 1);
		JsonNode events = service.events(objective.path("id").asString());
		for (int place = 0; place < events.size(); place++) {
			assertThat(events.path(place).path("sequence").asInt()).isEqualTo(place + 1);
		}
	}

}
