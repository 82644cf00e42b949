package dev.babyagi.journey.work;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class JourneySettingsTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(Surroundings.class)
		.withPropertyValues("babyagi.journey.max-waiting=10");

	@Test
	void takesItsDefaults() {
		this.application.run((context) -> assertThat(context).hasSingleBean(JourneySettings.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "limits.max-cost-usd=-1", "limits.max-tokens=0", "limits.max-model-calls=-5",
			"limits.max-tasks=0", "limits.max-replans=-1", "limits.max-duration=0s", "limits.parallelism=0",
			"maximum.max-tasks=-1", "maximum.max-duration=-1h", "maximum.parallelism=0", "orders-interval=0ms",
			"sweep-interval=-15s", "drain=-1s", "max-waiting=-1", "max-model-tasks=51" })
	void refusesWhatNothingCouldRunWith(String setting) {
		this.application.withPropertyValues("babyagi.journey." + setting)
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(BindValidationException.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(JourneySettings.class)
	static class Surroundings {

	}

}
