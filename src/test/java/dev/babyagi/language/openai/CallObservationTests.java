package dev.babyagi.language.openai;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;

import dev.babyagi.fake.WireFaults;

import static org.assertj.core.api.Assertions.assertThat;

class CallObservationTests extends OverHttp {

	private Timer timer(String outcome) {
		return this.asked.meters().get(CallObservation.NAME).tag("role", "executor").tag("outcome", outcome).timer();
	}

	private double tokens(String direction) {
		return this.asked.meters()
			.get(TokenMeters.NAME)
			.tag("role", "executor")
			.tag("direction", direction)
			.counter()
			.count();
	}

	@Test
	void timesEachRequestByRoleAndOutcome() {
		answer(WireFaults.html(503), PARIS);
		this.asked.text("?");
		assertThat(timer("busy").count()).isOne();
		assertThat(timer("completed").count()).isOne();
		assertThat(timer("completed").totalTime(java.util.concurrent.TimeUnit.NANOSECONDS)).isPositive();
	}

	@Test
	void countsTokens() {
		answer(PARIS.usage(11, 7));
		this.asked.text("?");
		this.asked.text("?");
		assertThat(tokens("input")).isEqualTo(22);
		assertThat(tokens("output")).isEqualTo(14);
	}

	@Test
	void labelsNothingThatGrowsOrIsSecret() {
		answer(WireFaults.wrongKey(ModelFixture.KEY));
		this.asked.text("?");
		assertThat(this.asked.meters().getMeters()).flatExtracting((meter) -> meter.getId().getTags())
			.extracting(Tag::getKey)
			.containsOnly("role", "outcome", "direction", "error");
		assertThat(this.asked.meters().getMeters()).extracting(Meter::getId)
			.noneMatch((id) -> id.toString().contains("CANARY"));
	}

}
