package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an endpoint asks to wait for is waited for, and is no try.
 */
class RateLimitTests extends OverHttp {

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private static FakeResponse[] times(int number, FakeResponse fault) {
		FakeResponse[] responses = new FakeResponse[number + 1];
		Arrays.fill(responses, fault);
		responses[number] = PARIS;
		return responses;
	}

	@Test
	void waitsAsLongAsItIsAsked() {
		answer(WireFaults.rateLimited("7"), PARIS);
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(2);
		assertThat(this.asked.pauses()).containsExactly(Duration.ofSeconds(7));
	}

	@Test
	void takesNoWaitForATry() {
		answer(times(9, WireFaults.rateLimited("30")));
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(10);
	}

	@Test
	void waitsForAnUnavailableEndpointThatSaysHowLong() {
		answer(times(5, WireFaults.html(503).header("Retry-After", "60")));
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(6);
	}

	@Test
	void waitsNoLongerThanTenMinutesInAll() {
		answer(WireFaults.rateLimited("240"));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unreachable.class);
		assertThat(this.asked.pauses()).filteredOn((pause) -> pause.toSeconds() == 240).hasSize(2);
		assertThat(this.asked.pauses().stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(LONGEST);
	}

	@Test
	void waitsForNoMoreThanTheCap() {
		answer(WireFaults.rateLimited("86400"), PARIS);
		reply(this.asked.text("?"));
		assertThat(this.asked.pauses()).containsExactly(LONGEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5", "0", "Thu, 01 Jan 1970 00:00:00 GMT" })
	void backsOffFromAnEndpointThatAsksForNoWait(String retryAfter) {
		answer(WireFaults.rateLimited(retryAfter));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unreachable.class);
		assertThat(calls()).isLessThan(60);
		assertThat(this.asked.pauses()).allMatch((pause) -> !pause.isNegative());
	}

	@Test
	void countsEachRequestThoughTheEndpointAsksForItAtOnce() {
		answer(WireFaults.html(503).header("Retry-After", "0"), WireFaults.html(408).header("Retry-After", "0"), PARIS);
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "" })
	void takesAnUnreadableWishForATry(String retryAfter) {
		answer(WireFaults.rateLimited(retryAfter));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unreachable.class);
		assertThat(calls()).isEqualTo(4);
	}

}
