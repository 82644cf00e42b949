package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one limit of parallel calls is the one that is set.
 */
class CallsInFlightTests extends OverHttp {

	private void askTogether(int number, Duration timeout) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		ModelRequest ask = ModelFixture.question("?", ReplyForm.TEXT).withTimeout(timeout);
		for (int thread = 0; thread < number; thread++) {
			threads.add(Thread.startVirtualThread(() -> this.asked.ask(ask)));
		}
		for (Thread thread : threads) {
			thread.join();
		}
	}

	@Test
	void holdsNoMoreCallsThanAllowed() throws Exception {
		use(new ModelFixture(ModelFixture.settings(this.endpoint.baseUrl(), 5, Map.of())));
		this.endpoint.latency(Duration.ofMillis(20));
		askTogether(40, ModelRequest.DEFAULT_TIMEOUT);
		assertThat(this.endpoint.ledger().mostAtOnce()).isEqualTo(5);
		assertThat(this.asked.result()).hasSize(40).allMatch(ModelResult.Reply.class::isInstance);
	}

	/**
	 * It takes ten calls at a time, 100 ms each, and refuses others at once or after that
	 * time as well.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 0, 100 })
	void learnsHowManyCallsTheEndpointWants(int millisOfARefusal) throws Exception {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), (pause) -> Thread.sleep(pause.dividedBy(2))));
		Semaphore places = new Semaphore(10);
		this.endpoint.answer((request) -> {
			boolean taken = places.tryAcquire();
			LockSupport.parkNanos(Duration.ofMillis(taken ? 100 : millisOfARefusal).toNanos());
			if (taken) {
				places.release();
			}
			return taken ? PARIS : WireFaults.rateLimited();
		});
		askTogether(100, ModelRequest.DEFAULT_TIMEOUT);
		int callsAtFirst = calls();
		askTogether(100, ModelRequest.DEFAULT_TIMEOUT);
		// One that was refused four times in a row had bad luck.
		assertThat(this.asked.result()).hasSize(200)
			.filteredOn(ModelResult.Reply.class::isInstance)
			.hasSizeGreaterThan(190);
		assertThat(calls() - callsAtFirst).as("calls for 100 answers; about 240 at first").isLessThan(180);
	}

	/** The one that is told to come later waits until all others have been answered. */
	@Test
	void pausesOnlyTheCallThatIsToldToWait() throws Exception {
		CountDownLatch others = new CountDownLatch(9);
		use(new ModelFixture(ModelFixture.settings(this.endpoint), (pause) -> others.await()));
		this.endpoint.answer((request) -> {
			if (request.number() == 1) {
				return WireFaults.rateLimited("30");
			}
			others.countDown();
			return PARIS;
		});
		askTogether(10, ModelRequest.DEFAULT_TIMEOUT);
		assertThat(this.asked.pauses()).containsExactly(Duration.ofSeconds(30));
		assertThat(this.asked.result()).hasSize(10).allMatch(ModelResult.Reply.class::isInstance);
	}

	@Test
	void doesNotHammerAnEndpointThatIsDead() throws Exception {
		this.endpoint.answer((request) -> WireFaults.html(503));
		this.asked.text("?");
		int before = calls();
		askTogether(200, ModelRequest.DEFAULT_TIMEOUT);
		assertThat(this.asked.result()).hasSize(201).allMatch(ModelResult.Unreachable.class::isInstance);
		assertThat(calls() - before).isLessThan(4 * 200 / 2);
		int closed = calls();
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unreachable.class);
		assertThat(calls()).isEqualTo(closed);
	}

	@Test
	void countsTheTimeOfACallFromItsPermit() throws Exception {
		use(new ModelFixture(ModelFixture.settings(this.endpoint.baseUrl(), 2, Map.of())));
		this.asked.text("warms up");
		this.endpoint.latency(Duration.ofMillis(400));
		askTogether(10, Duration.ofMillis(1600));
		assertThat(this.asked.result()).hasSize(11).allMatch(ModelResult.Reply.class::isInstance);
		assertThat(calls()).isEqualTo(11);
	}

	@Test
	void holdsAThousandCallsAtOnce() throws Exception {
		use(new ModelFixture(ModelFixture.settings(this.endpoint.baseUrl(), 20_000, Map.of())));
		this.asked.text("warms up");
		CountDownLatch together = new CountDownLatch(1000);
		this.endpoint.answer((request) -> {
			together.countDown();
			awaitAll(together);
			return PARIS;
		});
		askTogether(1000, ModelRequest.DEFAULT_TIMEOUT);
		assertThat(this.asked.result()).hasSize(1001).allMatch(ModelResult.Reply.class::isInstance);
	}

	private static void awaitAll(CountDownLatch together) {
		try {
			together.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
