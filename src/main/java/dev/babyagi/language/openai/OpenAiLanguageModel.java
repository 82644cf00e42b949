package dev.babyagi.language.openai;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import io.micrometer.observation.ObservationRegistry;

import dev.babyagi.language.Ask;
import dev.babyagi.language.Heard;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.Role;
import dev.babyagi.language.Usage;

/**
 * Asks an OpenAI-compatible endpoint through Spring AI.
 */
final class OpenAiLanguageModel implements LanguageModel, AutoCloseable {

	private final LanguageSettings settings;

	private final Prices prices;

	private final Endpoint endpoint;

	private final Semaphore permits;

	private final Backoff backoff;

	private final InstantSource clock;

	private final ObservationRegistry observations;

	private final Map<String, Habits> habits = new ConcurrentHashMap<>();

	private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

	OpenAiLanguageModel(LanguageSettings settings, Backoff backoff, InstantSource clock,
			ObservationRegistry observations) {
		this.settings = settings;
		this.prices = new Prices(settings.prices());
		this.endpoint = new Endpoint(settings, clock);
		this.permits = new Semaphore(settings.maxCallsInFlight(), true);
		this.backoff = backoff;
		this.clock = clock;
		this.observations = observations;
	}

	@Override
	public boolean isConfigured() {
		return true;
	}

	@Override
	public Usage estimate(Ask ask) {
		Wording wording = wording(ask);
		return Bill.worstCase(this.prices, wording, maxTokens(wording));
	}

	@Override
	public Heard ask(Ask ask, Meter meter, Meter.Reservation reservation) {
		Wording wording = wording(ask);
		Habits habits = this.habits.computeIfAbsent(wording.model(), (model) -> new Habits(model, this.clock));
		Lane lane = this.lanes.computeIfAbsent(wording.model(),
				(model) -> new Lane(model, this.settings.maxCallsInFlight(), this.permits, this.clock));
		Asking.Line line = new Asking.Line(this.endpoint, habits, lane, this.backoff, this.observations);
		return new Asking(wording, maxTokens(wording), line, new Bill(meter, reservation, this.prices, wording)).hear();
	}

	@Override
	public int contextTokens(Role role) {
		return this.settings.role(role).contextTokens();
	}

	@Override
	public List<RoleModel> models() {
		return Arrays.stream(Role.values())
			.map((role) -> new RoleModel(role, this.settings.model(role), contextTokens(role)))
			.toList();
	}

	@Override
	public void close() {
		this.endpoint.close();
	}

	private Wording wording(Ask ask) {
		return Wording.of(ask, this.settings.model(ask.role()), this.settings.role(ask.role()));
	}

	private int maxTokens(Wording wording) {
		Ask ask = wording.ask();
		Integer own = ask.maxTokens();
		return wording.fitting((own != null) ? own : this.settings.maxTokens(ask.role()));
	}

}
