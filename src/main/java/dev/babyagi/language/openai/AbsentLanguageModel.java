package dev.babyagi.language.openai;

import java.util.List;

import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

/**
 * Stands in when no endpoint is configured: the service runs, and what needs a model is
 * refused with the cure. What was accepted while there was one waits for it as for an
 * endpoint that is down.
 */
final class AbsentLanguageModel implements LanguageModel {

	private final LanguageSettings settings;

	AbsentLanguageModel(LanguageSettings settings) {
		this.settings = settings;
	}

	@Override
	public boolean isConfigured() {
		return false;
	}

	@Override
	public ModelUsage estimate(ModelRequest ask) {
		return ModelUsage.NONE;
	}

	@Override
	public ModelResult ask(ModelRequest ask, Meter meter, Meter.Reservation reservation) {
		meter.settle(reservation, ModelUsage.NONE);
		return new ModelResult.Unreachable("No language model is configured", false, ModelUsage.NONE);
	}

	@Override
	public int contextTokens(ModelRole role) {
		return this.settings.role(role).contextTokens();
	}

	@Override
	public List<RoleModel> models() {
		return List.of();
	}

}
