package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import dev.babyagi.fake.FakeResponse;
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

	@Test
	void learnsHowManyCallsTheEndpointWants() throws Exception {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), (pause) -> Thread.sleep(pause.dividedBy(20))));
		AtomicInteger open = new AtomicInteger();
		this.endpoint.answer((request) -> {
			boolean limited = open.incrementAndGet() > 10;
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
			open.decrementAndGet();
			return limited ? FakeResponse.error(429, "rate_limit_exceeded", "Too many requests") : PARIS;
		});
		askTogether(100, ModelRequest.DEFAULT_TIMEOUT);
		int refusedAtFirst = calls() - 100;
		askTogether(100, ModelRequest.DEFAULT_TIMEOUT);
		int refusedThen = calls() - 100 - refusedAtFirst - 100;
		// One that was refused four times in a row had bad luck.
		assertThat(this.asked.result()).hasSize(200)
			.filteredOn(ModelResult.Reply.class::isInstance)
			.hasSizeGreaterThan(190);
		assertThat(refusedThen).isLessThan(refusedAtFirst);
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
		this.endpoint.latency(Duration.ofSeconds(1));
		askTogether(10, Duration.ofSeconds(4));
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
