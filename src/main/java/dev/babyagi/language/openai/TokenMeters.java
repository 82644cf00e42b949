package dev.babyagi.language.openai;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Counts the tokens of observed calls as {@code babyagi.language.tokens}, by role and
 * direction.
 */
public final class TokenMeters implements ObservationHandler<CallObservation.Context> {

	public static final String NAME = "babyagi.language.tokens";

	private final MeterRegistry registry;

	TokenMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onStop(CallObservation.Context context) {
		count(context, "input", context.used().inputTokens());
		count(context, "output", context.used().outputTokens());
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CallObservation.Context;
	}

	private void count(CallObservation.Context context, String direction, long tokens) {
		this.registry.counter(NAME, "role", context.role(), "direction", direction).increment((double) tokens);
	}

}
