package dev.babyagi.language.openai;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdaptiveLimitTests {

	private final AdaptiveLimit limit = new AdaptiveLimit(1000);

	@Test
	void comesDownBelowWhatWasInFlight() {
		long call = this.limit.start();
		assertThat(this.limit.refused(call, 100)).isTrue();
		assertThat(this.limit.limit()).isEqualTo(70);
	}

	@Test
	void comesDownOnceForCallsThatWereUnderWayTogether() {
		long first = this.limit.start();
		long second = this.limit.start();
		this.limit.refused(first, 100);
		assertThat(this.limit.refused(second, 99)).isFalse();
		assertThat(this.limit.limit()).isEqualTo(70);
		assertThat(this.limit.refused(this.limit.start(), 70)).isTrue();
		assertThat(this.limit.limit()).isEqualTo(49);
	}

	@Test
	void goesUpWithSuccessesAndNotBeyondWhatIsSet() {
		this.limit.refused(this.limit.start(), 100);
		for (int success = 0; success < 41; success++) {
			this.limit.succeeded();
		}
		assertThat(this.limit.limit()).isEqualTo(72);
		for (int success = 0; success < 30_000; success++) {
			this.limit.succeeded();
		}
		assertThat(this.limit.limit()).isEqualTo(1000);
	}

	@Test
	void keepsOneCall() {
		for (int refusal = 0; refusal < 20; refusal++) {
			this.limit.refused(this.limit.start(), 1);
		}
		assertThat(this.limit.limit()).isOne();
	}

}
