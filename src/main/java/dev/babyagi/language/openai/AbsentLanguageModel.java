package dev.babyagi.language.openai;

import java.util.List;

import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

/**
 * Stands in when no endpoint is configured. The service runs, and new objectives that
 * need a model are refused. Objectives that were accepted earlier wait, as they do while
 * an endpoint is down.
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
	public ModelUsage estimate(ModelRequest request) {
		return ModelUsage.NONE;
	}

	@Override
	public ModelResult ask(ModelRequest request, Meter meter, Meter.Reservation reservation) {
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
