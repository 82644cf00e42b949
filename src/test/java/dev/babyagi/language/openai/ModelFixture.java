package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

/**
 * A model over an endpoint, with a meter of its own. It notes the pauses between tries
 * instead of making them, and everything it heard.
 */
public final class ModelFixture implements AutoCloseable {

	static final String KEY = "sk-CANARY-0123456789";

	/** The first pause, as it is by default. */
	static final Duration PAUSE = Duration.ofSeconds(1);

	static final ReplyForm CITY = new ReplyForm.Structured("city", JsonMapper.shared().readTree("""
			{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

	private final OpenAiLanguageModel model;

	private final Meter meter;

	private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

	private final List<ModelResult> result = Collections.synchronizedList(new ArrayList<>());

	private final SettableClock clock = new SettableClock();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	ModelFixture(LanguageSettings settings) {
		this(settings, plenty());
	}

	ModelFixture(LanguageSettings settings, Meter.Budget budget) {
		this(settings, budget, (pause) -> {
		}, ModelEndpoint.LONGEST_SILENCE);
	}

	ModelFixture(LanguageSettings settings, Backoff.Sleeper sleeper) {
		this(settings, plenty(), sleeper, ModelEndpoint.LONGEST_SILENCE);
	}

	/** Streams may pause for so long. */
	ModelFixture(LanguageSettings settings, Duration longestSilence) {
		this(settings, plenty(), (pause) -> {
		}, longestSilence);
	}

	private ModelFixture(LanguageSettings settings, Meter.Budget budget, Backoff.Sleeper sleeper,
			Duration longestSilence) {
		Backoff backoff = new Backoff(settings.firstPause(), new Random(7), (pause) -> {
			this.pauses.add(pause);
			sleeper.sleep(pause);
		});
		ModelEndpoint endpoint = new ModelEndpoint(settings, longestSilence, this.clock);
		this.model = new OpenAiLanguageModel(settings, endpoint, backoff, this.clock, observations());
		this.meter = new Meter(budget, ModelUsage.NONE);
	}

	private static Meter.Budget plenty() {
		return new Meter.Budget(1_000_000, 1_000_000_000, BigDecimal.valueOf(1000));
	}

	static LanguageSettings settings(FakeEndpoint endpoint) {
		return settings(endpoint.baseUrl(), 256, Map.of());
	}

	static LanguageSettings settings(String baseUrl, int callsInFlight, Map<String, Double> prices) {
		return new LanguageSettings(KEY, baseUrl, "fake", callsInFlight, Map.of(), prices, PAUSE);
	}

	private ObservationRegistry observations() {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(this.meters))
			.observationHandler(new TokenMeters(this.meters));
		return observations;
	}

	OpenAiLanguageModel model() {
		return this.model;
	}

	Meter meter() {
		return this.meter;
	}

	MeterRegistry meters() {
		return this.meters;
	}

	SettableClock clock() {
		return this.clock;
	}

	/** The pauses that would have been made. */
	List<Duration> pauses() {
		return List.copyOf(this.pauses);
	}

	/** Everything heard so far. */
	List<ModelResult> result() {
		return List.copyOf(this.result);
	}

	ModelResult text(String user) {
		return ask(question(user, ReplyForm.TEXT));
	}

	ModelResult structured(String user) {
		return ask(question(user, CITY));
	}

	ModelResult ask(ModelRequest ask) {
		return ask(ask, ModelUsage.NONE);
	}

	ModelResult ask(ModelRequest ask, ModelUsage kept) {
		Meter.Reservation reservation = this.meter.reserve(this.model.estimate(ask), kept).orElseThrow();
		ModelResult result = this.model.ask(ask, this.meter, reservation);
		this.result.add(result);
		return result;
	}

	public static ModelRequest question(String user, ReplyForm form) {
		return ModelRequest.of(ModelRole.EXECUTOR, "You answer.", user, form);
	}

	/** A question that overrides the sampling of its role. */
	static ModelRequest question(String user, ReplyForm form, @Nullable Double temperature, int maxTokens) {
		return new ModelRequest(ModelRole.EXECUTOR, "You answer.", user, form, temperature, maxTokens,
				ModelRequest.DEFAULT_TIMEOUT);
	}

	@Override
	public void close() {
		this.model.close();
	}

}
