package dev.babyagi.language.openai;

import java.util.List;

import dev.babyagi.language.Ask;
import dev.babyagi.language.Heard;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.Role;
import dev.babyagi.language.Usage;

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
	public Usage estimate(Ask ask) {
		return Usage.NONE;
	}

	@Override
	public Heard ask(Ask ask, Meter meter, Meter.Reservation reservation) {
		meter.settle(reservation, Usage.NONE);
		return new Heard.Unreachable("No language model is configured", false, Usage.NONE);
	}

	@Override
	public int contextTokens(Role role) {
		return this.settings.role(role).contextTokens();
	}

	@Override
	public List<RoleModel> models() {
		return List.of();
	}

}
