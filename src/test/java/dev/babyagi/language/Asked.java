package dev.babyagi.language;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeEndpoint;

/**
 * A model over a fake endpoint, with a meter of its own, that does not sleep between
 * tries.
 */
final class Asked implements AutoCloseable {

	static final String KEY = "sk-CANARY-0123456789";

	static final ReplyForm CITY = new ReplyForm.Structured("city", JsonMapper.shared().readTree("""
			{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

	private static final Usage KEPT = Usage.NONE;

	private final OpenAiLanguageModel model;

	private final Meter meter;

	private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

	private final SettableClock clock = new SettableClock();

	private Asked(LanguageSettings settings, Meter.Budget budget) {
		Backoff backoff = new Backoff(Duration.ofSeconds(1), new Random(7), this.pauses::add);
		this.model = new OpenAiLanguageModel(settings, backoff, this.clock);
		this.meter = new Meter(budget, Usage.NONE);
	}

	static Asked of(FakeEndpoint endpoint) {
		return new Asked(settings(endpoint), plenty());
	}

	static Asked of(LanguageSettings settings) {
		return new Asked(settings, plenty());
	}

	static Asked of(FakeEndpoint endpoint, Meter.Budget budget) {
		return new Asked(settings(endpoint), budget);
	}

	static LanguageSettings settings(FakeEndpoint endpoint) {
		return new LanguageSettings(KEY, endpoint.baseUrl(), "fake", 256, Map.of(), Map.of());
	}

	private static Meter.Budget plenty() {
		return new Meter.Budget(1000, 100_000_000, BigDecimal.valueOf(1000));
	}

	OpenAiLanguageModel model() {
		return this.model;
	}

	Meter meter() {
		return this.meter;
	}

	SettableClock clock() {
		return this.clock;
	}

	/** The pauses that would have been made. */
	List<Duration> pauses() {
		return List.copyOf(this.pauses);
	}

	Heard text(String user) {
		return ask(question(user, ReplyForm.TEXT));
	}

	Heard structured(String user) {
		return ask(question(user, CITY));
	}

	Heard text(String user, UnaryOperator<Ask> change) {
		return ask(change.apply(question(user, ReplyForm.TEXT)));
	}

	Heard ask(Ask ask) {
		return this.model.ask(ask, this.meter, this.meter.reserve(this.model.estimate(ask), KEPT).orElseThrow());
	}

	static Ask question(String user, ReplyForm form) {
		return Ask.of(Role.EXECUTOR, "You answer.", user, form);
	}

	@Override
	public void close() {
		this.model.close();
	}

}
