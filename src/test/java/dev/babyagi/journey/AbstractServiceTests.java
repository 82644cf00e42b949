package dev.babyagi.journey;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.WireId;

/**
 * The whole service beside a fake endpoint, over real HTTP on both sides.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(LeapingClock.Installed.class)
public abstract class AbstractServiceTests {

	static final FakeEndpoint ENDPOINT = FakeEndpoint.start(ResponseScript.always(FakeResponse.text("unscripted")));

	/** The key the service is given; nobody else may ever see it. */
	static final String KEY = "sk-canary-4f1c8e2b7a90";

	@LocalServerPort
	private int port;

	@Autowired
	private LeapingClock clock;

	@Autowired
	private DriverRegistry drivers;

	@Autowired
	private JdbcClient jdbc;

	private ServiceClient service;

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry properties) {
		properties.add("babyagi.language.base-url", ENDPOINT::baseUrl);
		properties.add("babyagi.language.model", () -> "fake-1");
		properties.add("babyagi.language.api-key", () -> KEY);
		properties.add("babyagi.language.first-pause", () -> "10ms");
		properties.add("babyagi.language.prices.fake-1.input", () -> "0.1");
		properties.add("babyagi.language.prices.fake-1.output", () -> "0.5");
	}

	@BeforeEach
	void setUp() {
		this.service = ServiceClient.on(this.port);
		ENDPOINT.ledger().clear();
		ENDPOINT.latency(Duration.ZERO);
	}

	ServiceClient service() {
		return this.service;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/**
	 * Waits until an objective can do nothing but wait: its driver has gone, and a moment
	 * later its lease is given back.
	 */
	JsonNode awaitLetGo(String id) {
		ObjectiveId objective = new ObjectiveId(WireId.parse("obj", id).orElseThrow());
		return this.service.await(id, (seen) -> !this.drivers.isAtWork(objective) && !isPicked(objective));
	}

	private boolean isPicked(ObjectiveId id) {
		return this.jdbc.sql("select picked from scheduled_tasks where task_instance = ?")
			.param(id.id().toString())
			.query(Boolean.class)
			.single();
	}

	/** The time as the service has it. */
	Instant now() {
		return this.clock.instant();
	}

	/** Lets time pass for the service. */
	void pass(Duration time) {
		this.clock.pass(time);
	}

}
