package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Neither the key nor a word of the provider, nor a prompt, reaches what we say or log,
 * even where everything is logged.
 */
@ExtendWith(OutputCaptureExtension.class)
class RedactionTests extends OverHttp {

	private static final String SECRET = "prompt-canary";

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	@BeforeEach
	void logEverything() {
		this.logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.DEBUG);
	}

	@AfterEach
	void logAsBefore() {
		this.logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	static Stream<FakeResponse> faults() {
		return Stream.of(WireFaults.wrongKey(ModelFixture.KEY), WireFaults.html(401), WireFaults.forbidden(),
				WireFaults.noSuchModel(), WireFaults.paymentRequired(), WireFaults.quotaUsedUp(),
				WireFaults.rateLimited(), WireFaults.rateLimited("1"), WireFaults.overloaded(), WireFaults.html(200),
				WireFaults.html(500), WireFaults.html(502), WireFaults.errorInside(500), WireFaults.errorInside(401),
				WireFaults.tooLong(10, 20, 30), WireFaults.formRefused(), WireFaults.formRefusedByLlama(),
				WireFaults.lengthRefused(), WireFaults.valueRefused(WireFaults.CANARY),
				WireFaults.valueRefused("temperature"), WireFaults.noChoices(), WireFaults.filtered(),
				WireFaults.truncated(), WireFaults.reset(), WireFaults.hanging(),
				WireFaults.redirect(302, "http://" + WireFaults.CANARY + "/" + ModelFixture.KEY),
				FakeResponse.of(400, "text/plain", WireFaults.CANARY + ModelFixture.KEY),
				FakeResponse.of(WireFaults.html(200).status(), WireFaults.CANARY + "/" + WireFaults.CANARY, "x"),
				FakeResponse.text("{\"a\":").finish(WireFaults.CANARY));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void saysNothingOfKeyBodyOrPrompt(FakeResponse fault, CapturedOutput output) {
		LoggerFactory.getLogger(RedactionTests.class).debug("Everything is logged");
		answer(fault);
		ModelResult result = this.asked
			.ask(ModelFixture.question(SECRET, ModelFixture.CITY).withTimeout(Duration.ofMillis(300)));
		assertThat(result.toString()).doesNotContain("CANARY", WireFaults.CANARY, SECRET);
		assertThat(output.getAll()).contains("Everything is logged")
			.doesNotContain("CANARY", WireFaults.CANARY, SECRET);
	}

}
