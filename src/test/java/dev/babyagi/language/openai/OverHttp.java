package dev.babyagi.language.openai;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test that asks a fake endpoint over real HTTP. After each test what the endpoint saw
 * is compared with what was booked.
 */
abstract class OverHttp {

	static final FakeResponse PARIS = FakeResponse.text("Paris");

	static final FakeResponse PARIS_AS_JSON = FakeResponse.text("{\"city\":\"Paris\"}");

	final FakeEndpoint endpoint = FakeEndpoint.start(ResponseScript.always(PARIS));

	ModelFixture asked = new ModelFixture(ModelFixture.settings(this.endpoint));

	final void answer(FakeResponse... inTurn) {
		this.endpoint.answer(ResponseScript.inTurn(inTurn));
	}

	/** Asks by other settings, or with another budget, from now on. */
	final void use(ModelFixture asked) {
		this.asked.close();
		this.asked = asked;
	}

	final LanguageSettings priced(double input, double output) {
		return ModelFixture.settings(this.endpoint.baseUrl(), 256, Map.of("fake.input", input, "fake.output", output));
	}

	final int calls() {
		return this.endpoint.ledger().size();
	}

	static ModelResult.Reply reply(ModelResult result) {
		assertThat(result).isInstanceOf(ModelResult.Reply.class);
		return (ModelResult.Reply) result;
	}

	@AfterEach
	final void whatWasSeenEqualsWhatWasBooked() {
		ModelUsage booked = this.asked.result()
			.stream()
			.map(ModelResult::usage)
			.reduce(ModelUsage.NONE, ModelUsage::plus);
		this.asked.close();
		this.endpoint.close();
		assertThat(booked.calls()).as("calls booked").isEqualTo(calls());
		assertThat(this.asked.meter().spent()).as("spent by the meter").isEqualTo(booked);
		assertThat(this.asked.meter().promised()).as("still reserved").isEqualTo(booked);
	}

}
