package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint is away, slow or breaks off: four tries, then it is unreachable.
 */
@Execution(ExecutionMode.CONCURRENT)
class TransportFaultTests extends OverHttp {

	private static final Duration SOON = Duration.ofSeconds(2);

	static Stream<FakeResponse> refusedForNow() {
		return Stream.of(WireFaults.html(500), WireFaults.html(502), WireFaults.html(503), WireFaults.html(504),
				WireFaults.html(529), WireFaults.html(408), WireFaults.html(409), WireFaults.rateLimited(),
				WireFaults.overloaded(), WireFaults.errorInside(502), WireFaults.errorInside(429));
	}

	static Stream<FakeResponse> brokenOff() {
		return Stream.of(WireFaults.reset(), WireFaults.closed());
	}

	static Stream<FakeResponse> tooSlow() {
		return Stream.of(WireFaults.hanging(), WireFaults.dripping(), PARIS.after(Duration.ofSeconds(5)));
	}

	@ParameterizedTest
	@MethodSource({ "refusedForNow", "brokenOff" })
	void triesAgain(FakeResponse fault) {
		answer(fault, PARIS);
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("Paris");
		assertThat(calls()).isEqualTo(2);
		assertThat(this.asked.pauses()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("tooSlow")
	void triesAgainWhenTimeIsUp(FakeResponse fault) {
		answer(fault, PARIS);
		assertThat(this.asked.ask(ModelFixture.question("?", ReplyForm.TEXT).withTimeout(SOON)))
			.isInstanceOf(ModelResult.Reply.class);
		assertThat(calls()).isEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource({ "refusedForNow", "brokenOff" })
	void isUnreachableAfterTheFourthTry(FakeResponse fault) {
		answer(fault);
		assertThat(this.asked.text("?")).isInstanceOfSatisfying(ModelResult.Unreachable.class,
				(result) -> assertThat(result.othersSucceeded()).isFalse());
		assertThat(calls()).isEqualTo(4);
	}

	@Test
	void pausesOneTwoAndFourSecondsAtMost() {
		answer(WireFaults.html(503));
		for (int time = 0; time < 5; time++) {
			this.asked.text("?");
		}
		assertThat(this.asked.pauses()).hasSize(15);
		for (int pause = 0; pause < 15; pause++) {
			assertThat(this.asked.pauses().get(pause)).isBetween(Duration.ZERO, Duration.ofSeconds(1L << (pause % 3)));
		}
		assertThat(this.asked.pauses()).anyMatch((pause) -> pause.toSeconds() >= 3).doesNotHaveDuplicates();
	}

	@Test
	void pausesLongerForAnEndpointThatIsOverloaded() {
		answer(WireFaults.overloaded());
		for (int time = 0; time < 20; time++) {
			this.asked.text("?");
		}
		assertThat(this.asked.pauses()).anyMatch((pause) -> pause.toSeconds() >= 8)
			.allMatch((pause) -> pause.toSeconds() <= 16);
	}

	@Test
	void booksNothingForWhatTheEndpointRefused() {
		answer(WireFaults.html(503));
		assertThat(this.asked.text("?").usage().tokens()).isZero();
	}

	@Test
	void booksTheWorstCaseForWhatBrokeOff() {
		answer(WireFaults.reset());
		ModelUsage one = this.asked.model().estimate(ModelFixture.question("?", ReplyForm.TEXT));
		assertThat(this.asked.text("?").usage()).isEqualTo(one.plus(one).plus(one).plus(one));
	}

	@Test
	void countsNoCallWhereNobodyListens() {
		this.endpoint.close();
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unreachable.class)
			.extracting(ModelResult::usage)
			.isEqualTo(ModelUsage.NONE);
		assertThat(this.asked.pauses()).hasSize(3);
	}

	@Test
	void countsNoCallWhereTheNameIsUnknown() {
		use(new ModelFixture(ModelFixture.settings("http://nowhere.invalid/v1", 256, Map.of())));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unreachable.class)
			.extracting(ModelResult::usage)
			.isEqualTo(ModelUsage.NONE);
	}

	@Test
	void sendsOnceThoughAPooledConnectionDied() {
		answer(PARIS, WireFaults.closed(), PARIS);
		this.asked.text("warms the pool");
		this.asked.text("?");
		assertThat(calls()).isEqualTo(3);
	}

	/**
	 * The first success is over before: a kind of call that is untried is tried alone.
	 */
	@Test
	void saysWhetherOthersSucceededMeanwhile() throws Exception {
		CountDownLatch others = new CountDownLatch(1);
		this.endpoint.answer(ResponseScript.always(WireFaults.html(503))
			.behind(others)
			.except((request) -> "good".equals(request.user()), ResponseScript.always(PARIS)));
		this.asked.text("good");
		Thread ill = Thread.startVirtualThread(() -> this.asked.text("ill"));
		this.endpoint.ledger().awaitCalls(2);
		this.asked.text("good");
		others.countDown();
		ill.join();
		assertThat(this.asked.result()).filteredOn(ModelResult.Unreachable.class::isInstance)
			.singleElement()
			.isInstanceOfSatisfying(ModelResult.Unreachable.class,
					(result) -> assertThat(result.othersSucceeded()).isTrue());
	}

	@Test
	void recoversWhenTheEndpointComesBack() {
		this.endpoint.down();
		this.asked.text("nobody there");
		this.endpoint.up();
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("Paris");
	}

}
