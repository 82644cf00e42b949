package dev.babyagi.language.openai;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the limit, on a clock of their own: a call usually takes 100 ms.
 */
class AdaptiveLimitTests {

	private static final long MILLIS = 1_000_000;

	private static final int USUAL = 100;

	private static final int MOST = 256;

	private final AdaptiveLimit limit = new AdaptiveLimit(MOST);

	private long now = 5_000 * MILLIS;

	@Test
	void letsAFewRefusalsBeWhileMostCallsSucceed() {
		for (int round = 0; round < 100; round++) {
			List<AdaptiveLimit.Call> calls = start(50);
			refuse(calls.subList(0, round % 5));
			pass(USUAL);
			answer(calls);
		}
		assertThat(this.limit.limit()).isEqualTo(MOST);
	}

	@Test
	void letsTwoRefusalsBeHoweverFewCallsThereAre() {
		for (int round = 0; round < 20; round++) {
			List<AdaptiveLimit.Call> calls = start(3);
			refuse(calls.subList(0, 2));
			pass(USUAL);
			answer(calls.subList(2, 3));
			pass(USUAL);
		}
		assertThat(this.limit.limit()).isEqualTo(MOST);
	}

	@Test
	void comesDownToTheShareThatIsNotRefused() {
		List<AdaptiveLimit.Call> calls = start(100);
		assertThat(refuse(calls.subList(0, 10))).as("a tenth").isZero();
		assertThat(refuse(calls.subList(10, 11))).isOne();
		assertThat(this.limit.limit()).isEqualTo(62);
	}

	@Test
	void comesDownOnceForCallsThatWereUnderWayTogether() {
		List<AdaptiveLimit.Call> calls = start(100);
		assertThat(refuse(calls)).isOne();
	}

	@Test
	void comesDownOnceInTheTimeOfACall() {
		learnTheUsualTime();
		refuse(start(20));
		pass(USUAL / 2);
		assertThat(refuse(start(20))).isZero();
		pass(USUAL / 2);
		assertThat(refuse(start(20))).isOne();
	}

	@Test
	void staysAtWhatTheEndpointAnswers() {
		learnTheUsualTime();
		for (int round = 0; round < 10; round++) {
			List<AdaptiveLimit.Call> calls = start(40);
			refuse(calls.subList(10, 40));
			pass(USUAL);
			answer(calls.subList(0, 10));
		}
		assertThat(this.limit.limit()).isBetween(8, 16);
	}

	@Test
	void isBackWithinSecondsOfAnswers() {
		learnTheUsualTime();
		for (int round = 0; round < 30; round++) {
			refuse(start(20));
			pass(USUAL);
		}
		assertThat(this.limit.limit()).isLessThan(10);
		long from = this.now;
		while (this.limit.limit() < MOST && this.now - from < 60_000 * MILLIS) {
			List<AdaptiveLimit.Call> calls = start(this.limit.limit());
			pass(USUAL);
			answer(calls);
		}
		assertThat((this.now - from) / MILLIS).isBetween(2_000L, 10_000L);
	}

	@Test
	void goesUpByOneCallAtMostForEachAnswer() {
		learnTheUsualTime();
		refuse(start(100));
		int before = this.limit.limit();
		pass(60_000);
		answer(start(5));
		assertThat(this.limit.limit()).isBetween(before + 5, before + 6);
	}

	@Test
	void countsNoCallThatTakesSeveralTimesAsLongAsUsual() {
		AdaptiveLimit five = new AdaptiveLimit(5);
		for (int call = 0; call < 5; call++) {
			five.start(this.now);
		}
		pass(60_000);
		assertThat(five.isFull(this.now)).as("nothing is usual yet").isTrue();
		five.answered(five.start(this.now), this.now + USUAL * MILLIS);
		assertThat(five.isFull(this.now)).isFalse();
	}

	@Test
	void countsACallForASecondAtLeast() {
		AdaptiveLimit one = new AdaptiveLimit(1);
		AdaptiveLimit.Call quick = one.start(this.now);
		one.answered(quick, this.now + MILLIS);
		one.end(quick);
		one.start(this.now);
		assertThat(one.isFull(this.now + 999 * MILLIS)).isTrue();
		assertThat(one.isFull(this.now + 1001 * MILLIS)).isFalse();
	}

	@Test
	void takesLongCallsForUsualWhenMostAreLong() {
		AdaptiveLimit one = new AdaptiveLimit(1);
		for (int call = 0; call < 40; call++) {
			AdaptiveLimit.Call slow = one.start(this.now);
			pass(10_000);
			one.answered(slow, this.now);
			one.end(slow);
		}
		one.start(this.now);
		assertThat(one.isFull(this.now + 40_000 * MILLIS)).isTrue();
	}

	@Test
	void keepsOneCall() {
		for (int round = 0; round < 100; round++) {
			refuse(start(20));
			pass(USUAL);
		}
		assertThat(this.limit.limit()).isOne();
	}

	private void pass(int millis) {
		this.now += millis * MILLIS;
	}

	private void learnTheUsualTime() {
		for (int round = 0; round < 20; round++) {
			List<AdaptiveLimit.Call> calls = start(1);
			pass(USUAL);
			answer(calls);
		}
		pass(10 * USUAL);
	}

	private List<AdaptiveLimit.Call> start(int number) {
		List<AdaptiveLimit.Call> calls = new ArrayList<>();
		for (int call = 0; call < number; call++) {
			calls.add(this.limit.start(this.now));
		}
		return calls;
	}

	private void answer(List<AdaptiveLimit.Call> calls) {
		calls.forEach((call) -> {
			this.limit.answered(call, this.now);
			this.limit.end(call);
		});
	}

	/** Returns how often that lowers the limit. */
	private int refuse(List<AdaptiveLimit.Call> calls) {
		int lowered = 0;
		for (AdaptiveLimit.Call call : calls) {
			lowered += this.limit.refused(call, this.now) ? 1 : 0;
			this.limit.end(call);
		}
		return lowered;
	}

}
