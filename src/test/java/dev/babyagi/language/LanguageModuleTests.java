package dev.babyagi.language;

import java.math.BigDecimal;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;
import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.openai.CallObservation;
import dev.babyagi.language.openai.ModelFixture;
import dev.babyagi.language.openai.TokenMeters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module as the service starts it.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest
class LanguageModuleTests {

	private static final FakeEndpoint endpoint = FakeEndpoint.start(ResponseScript.always(FakeResponse.text("Paris")));

	@Autowired
	private LanguageModel language;

	@Autowired
	private MeterRegistry meters;

	@DynamicPropertySource
	static void configure(DynamicPropertyRegistry properties) {
		properties.add("babyagi.language.base-url", endpoint::baseUrl);
		properties.add("babyagi.language.api-key", () -> "");
	}

	@AfterAll
	static void close() {
		endpoint.close();
	}

	@Test
	void asksAndIsObserved() {
		Meter meter = new Meter(new Meter.Budget(1, 10_000, BigDecimal.ONE), ModelUsage.NONE);
		ModelRequest ask = ModelFixture.question("Capital of France?", ReplyForm.TEXT);
		Meter.Reservation reservation = meter.reserve(this.language.estimate(ask), ModelUsage.NONE).orElseThrow();
		assertThat(this.language.ask(ask, meter, reservation)).isInstanceOf(ModelResult.Reply.class);
		assertThat(this.meters.get(CallObservation.NAME).tag("outcome", "completed").timer().count()).isOne();
		assertThat(this.meters.get(TokenMeters.NAME).tag("direction", "output").counter().count()).isEqualTo(2);
	}

}
