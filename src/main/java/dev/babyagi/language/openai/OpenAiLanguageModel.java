package dev.babyagi.language.openai;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import io.micrometer.observation.ObservationRegistry;

import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

/**
 * Calls an OpenAI-compatible endpoint through Spring AI.
 */
final class OpenAiLanguageModel implements LanguageModel, AutoCloseable {

	private final LanguageSettings settings;

	private final ModelPrices prices;

	private final ModelEndpoint endpoint;

	private final Semaphore permits;

	private final Backoff backoff;

	private final InstantSource clock;

	private final ObservationRegistry observations;

	private final Map<String, CapabilityCache> capabilities = new ConcurrentHashMap<>();

	private final Map<String, ModelBulkhead> bulkheads = new ConcurrentHashMap<>();

	OpenAiLanguageModel(LanguageSettings settings, ModelEndpoint endpoint, Backoff backoff, InstantSource clock,
			ObservationRegistry observations) {
		this.settings = settings;
		this.prices = new ModelPrices(settings.prices());
		this.endpoint = endpoint;
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
	public ModelUsage estimate(ModelRequest request) {
		PreparedRequest prepared = prepared(request);
		return CallAccount.worstCase(this.prices, prepared, maxTokens(prepared));
	}

	@Override
	public ModelResult ask(ModelRequest request, Meter meter, Meter.Reservation reservation) {
		PreparedRequest prepared = prepared(request);
		CapabilityCache capabilities = this.capabilities.computeIfAbsent(prepared.model(),
				(model) -> new CapabilityCache(model, this.clock));
		ModelBulkhead bulkhead = this.bulkheads.computeIfAbsent(prepared.model(), (model) -> new ModelBulkhead(model,
				this.settings.maxCallsInFlight(), this.permits, this.clock, System::nanoTime));
		ModelCall.Line line = new ModelCall.Line(this.endpoint, capabilities, bulkhead, this.backoff,
				this.observations);
		return new ModelCall(prepared, maxTokens(prepared), line,
				new CallAccount(meter, reservation, this.prices, prepared))
			.run();
	}

	@Override
	public int contextTokens(ModelRole role) {
		return this.settings.role(role).contextTokens();
	}

	@Override
	public List<RoleModel> models() {
		return Arrays.stream(ModelRole.values())
			.map((role) -> new RoleModel(role, this.settings.model(role), contextTokens(role)))
			.toList();
	}

	@Override
	public void close() {
		this.endpoint.close();
	}

	private PreparedRequest prepared(ModelRequest request) {
		String routed = request.model();
		return PreparedRequest.of(request, (routed != null) ? routed : this.settings.model(request.role()),
				this.settings.role(request.role()));
	}

	private int maxTokens(PreparedRequest prepared) {
		ModelRequest request = prepared.request();
		Integer own = request.maxTokens();
		return prepared.fitting((own != null) ? own : this.settings.maxTokens(request.role()));
	}

}
