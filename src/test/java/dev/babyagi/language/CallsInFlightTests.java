package dev.babyagi.language;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one limit of parallel calls is the one that is set.
 */
class CallsInFlightTests extends OverHttp {

	private void askTogether(int number, Duration timeout) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		Ask ask = Asked.question("?", ReplyForm.TEXT).withTimeout(timeout);
		for (int thread = 0; thread < number; thread++) {
			threads.add(Thread.startVirtualThread(() -> this.asked.ask(ask)));
		}
		for (Thread thread : threads) {
			thread.join();
		}
	}

	@Test
	void holdsNoMoreCallsThanAllowed() throws Exception {
		use(new Asked(Asked.settings(this.endpoint.baseUrl(), 5, Map.of())));
		this.endpoint.latency(Duration.ofMillis(20));
		askTogether(40, Ask.DEFAULT_TIMEOUT);
		assertThat(this.endpoint.ledger().mostAtOnce()).isEqualTo(5);
		assertThat(this.asked.heard()).hasSize(40).allMatch(Heard.Reply.class::isInstance);
	}

	@Test
	void countsTheTimeOfACallFromItsPermit() throws Exception {
		use(new Asked(Asked.settings(this.endpoint.baseUrl(), 2, Map.of())));
		this.endpoint.latency(Duration.ofMillis(300));
		askTogether(10, Duration.ofMillis(1200));
		assertThat(this.asked.heard()).hasSize(10).allMatch(Heard.Reply.class::isInstance);
		assertThat(calls()).isEqualTo(10);
	}

	@Test
	void holdsAThousandCallsAtOnce() throws Exception {
		use(new Asked(Asked.settings(this.endpoint.baseUrl(), 20_000, Map.of())));
		this.asked.text("warms up");
		CountDownLatch together = new CountDownLatch(1000);
		this.endpoint.answer((request) -> {
			together.countDown();
			awaitAll(together);
			return PARIS;
		});
		askTogether(1000, Ask.DEFAULT_TIMEOUT);
		assertThat(this.asked.heard()).hasSize(1001).allMatch(Heard.Reply.class::isInstance);
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
