package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An interrupt cuts a call short wherever it is.
 */
@Timeout(60)
class InterruptTests extends OverHttp {

	private final CompletableFuture<Boolean> flag = new CompletableFuture<>();

	private Thread asking() {
		return Thread.startVirtualThread(() -> {
			this.asked.text("?");
			this.flag.complete(Thread.currentThread().isInterrupted());
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "HANGING", "DRIPPING" })
	void closesTheSocket(FakeResponse.Delivery delivery) throws Exception {
		answer(FakeResponse.text("x".repeat(1000)).delivered(delivery));
		Thread asking = asking();
		this.endpoint.ledger().awaitCalls(1);
		asking.interrupt();
		this.endpoint.ledger().await((calls) -> calls.getFirst().clientLeft());
		asking.join();
		ModelUsage worstCase = this.asked.model().estimate(ModelFixture.question("?", ReplyForm.TEXT));
		assertThat(this.asked.result()).containsExactly(new ModelResult.Cut(worstCase));
		assertThat(this.flag).isCompletedWithValue(true);
		assertThat(calls()).isOne();
	}

	@Test
	void endsThePauseBetweenTries() throws Exception {
		CountDownLatch pausing = new CountDownLatch(1);
		use(new ModelFixture(ModelFixture.settings(this.endpoint), (pause) -> {
			pausing.countDown();
			TimeUnit.HOURS.sleep(1);
		}));
		answer(WireFaults.html(503));
		Thread asking = asking();
		pausing.await();
		asking.interrupt();
		asking.join();
		assertThat(this.asked.result()).singleElement().isInstanceOfSatisfying(ModelResult.Cut.class, (cut) -> {
			assertThat(cut.usage().calls()).isOne();
			assertThat(cut.usage().tokens()).isZero();
		});
		assertThat(this.flag).isCompletedWithValue(true);
	}

	@Test
	void endsTheWaitForAPermit() throws Exception {
		use(new ModelFixture(ModelFixture.settings(this.endpoint.baseUrl(), 1, Map.of())));
		this.asked.text("warms up");
		answer(WireFaults.hanging());
		Thread first = asking();
		this.endpoint.ledger().awaitCalls(2);
		Thread second = Thread.startVirtualThread(() -> this.asked.text("second"));
		while (second.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		second.interrupt();
		second.join();
		assertThat(this.asked.result()).last().isEqualTo(new ModelResult.Cut(ModelUsage.NONE));
		first.interrupt();
		first.join();
	}

	@Test
	void sendsNothingOnceInterrupted() throws Exception {
		Thread asking = Thread.startVirtualThread(() -> {
			Thread.currentThread().interrupt();
			this.asked.text("?");
		});
		asking.join();
		assertThat(this.asked.result()).containsExactly(new ModelResult.Cut(ModelUsage.NONE));
		assertThat(this.endpoint.ledger().calls()).extracting(CallLedger.Call::status).isEmpty();
	}

	@Test
	void leavesTheNextCallUntouched() throws Exception {
		answer(WireFaults.hanging(), PARIS);
		Thread asking = asking();
		this.endpoint.ledger().awaitCalls(1);
		asking.interrupt();
		asking.join();
		assertThat(reply(this.asked.ask(ModelFixture.question("?", ReplyForm.TEXT).withTimeout(Duration.ofSeconds(30))))
			.usage()
			.calls()).isOne();
	}

}
