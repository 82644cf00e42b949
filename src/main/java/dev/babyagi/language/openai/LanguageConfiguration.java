package dev.babyagi.language.openai;

import java.time.InstantSource;
import java.util.Random;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.babyagi.language.LanguageModel;

/**
 * Creates the language model: an {@link OpenAiLanguageModel} if an endpoint is
 * configured, else an {@link AbsentLanguageModel}.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

	@Bean
	LanguageModel languageModel(LanguageSettings settings, ObservationRegistry observations) {
		if (!settings.isConfigured()) {
			return new AbsentLanguageModel(settings);
		}
		Backoff backoff = new Backoff(settings.firstPause(), new Random(), Thread::sleep);
		InstantSource clock = InstantSource.system();
		ModelEndpoint endpoint = new ModelEndpoint(settings, ModelEndpoint.LONGEST_SILENCE, clock);
		return new OpenAiLanguageModel(settings, endpoint, backoff, clock, observations);
	}

	@Bean
	TokenMeters tokenMeters(MeterRegistry registry) {
		return new TokenMeters(registry);
	}

}
