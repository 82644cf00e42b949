package dev.babyagi.journey;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.Script;

/**
 * The whole service beside a fake endpoint, over real HTTP on both sides.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class AbstractServiceTests {

	static final FakeEndpoint ENDPOINT = FakeEndpoint.start(Script.always(FakeResponse.text("unscripted")));

	/** The key the service is given; nobody else may ever see it. */
	static final String KEY = "sk-canary-4f1c8e2b7a90";

	@LocalServerPort
	private int port;

	private Service service;

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry properties) {
		properties.add("babyagi.language.base-url", ENDPOINT::baseUrl);
		properties.add("babyagi.language.model", () -> "fake-1");
		properties.add("babyagi.language.api-key", () -> KEY);
		properties.add("babyagi.language.prices.fake-1.input", () -> "0.1");
		properties.add("babyagi.language.prices.fake-1.output", () -> "0.5");
	}

	@BeforeEach
	void setUp() {
		this.service = Service.on(this.port);
		ENDPOINT.ledger().clear();
		ENDPOINT.latency(Duration.ZERO);
	}

	Service service() {
		return this.service;
	}

}
