package dev.babyagi.language.openai;

import java.math.BigDecimal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withPropertyValues("OPENAI_API_KEY=", "OPENAI_BASE_URL=", "OPENAI_MODEL=")
		.withConfiguration(UserConfigurations.of(LanguageConfiguration.class, Surroundings.class));

	@Test
	void startsWithoutAModel() {
		this.application.run((context) -> {
			LanguageModel language = context.getBean(LanguageModel.class);
			assertThat(language.isConfigured()).isFalse();
			assertThat(language.models()).isEmpty();
			assertThat(language.contextTokens(ModelRole.PLANNER)).isEqualTo(32768);
		});
	}

	@Test
	void keepsWorkWaitingUntilThereIsAModel() {
		LanguageModel absent = new AbsentLanguageModel(SettingsFixture.none());
		Meter meter = new Meter(new Meter.Budget(1, 10_000, BigDecimal.ONE), ModelUsage.NONE);
		ModelRequest ask = ModelFixture.question("?", ReplyForm.TEXT);
		Meter.Reservation reservation = meter.reserve(absent.estimate(ask), ModelUsage.NONE).orElseThrow();
		assertThat(absent.ask(ask, meter, reservation)).isInstanceOfSatisfying(ModelResult.Unreachable.class,
				(away) -> {
					assertThat(away.reason()).contains("No language model is configured");
					assertThat(away.othersSucceeded()).isFalse();
					assertThat(away.usage()).isEqualTo(ModelUsage.NONE);
				});
	}

	@Test
	void asksTheEndpointThatIsConfigured() {
		try (FakeEndpoint endpoint = FakeEndpoint.start(ResponseScript.always(FakeResponse.text("Paris")))) {
			this.application.withPropertyValues("OPENAI_BASE_URL=" + endpoint.baseUrl()).run((context) -> {
				LanguageModel language = context.getBean(LanguageModel.class);
				assertThat(language.isConfigured()).isTrue();
				Meter meter = new Meter(new Meter.Budget(1, 10_000, BigDecimal.ONE), ModelUsage.NONE);
				ModelRequest ask = ModelFixture.question("?", ReplyForm.TEXT);
				Meter.Reservation reservation = meter.reserve(language.estimate(ask), ModelUsage.NONE).orElseThrow();
				assertThat(language.ask(ask, meter, reservation)).isInstanceOf(ModelResult.Reply.class);
			});
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(LanguageSettings.class)
	static class Surroundings {

		@Bean
		ObservationRegistry observationRegistry() {
			return ObservationRegistry.create();
		}

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

}
