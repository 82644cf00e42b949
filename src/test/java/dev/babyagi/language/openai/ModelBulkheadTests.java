package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.babyagi.language.openai.wire.EndpointFault;

import static org.assertj.core.api.Assertions.assertThat;

class ModelBulkheadTests {

	private static final EndpointFault DEAD = new EndpointFault.Unreached("refused");

	private static final EndpointFault LIMITED = new EndpointFault.Busy("429", null, true, false);

	private final SettableClock clock = new SettableClock();

	private final Semaphore all = new Semaphore(1000);

	private final List<Thread> waiting = new ArrayList<>();

	private final List<String> entered = Collections.synchronizedList(new ArrayList<>());

	private final AtomicLong ticks = new AtomicLong();

	private ModelBulkhead bulkhead = bulkhead(1);

	@AfterEach
	void leavesNothingBehind() throws InterruptedException {
		for (Thread thread : this.waiting) {
			thread.join();
		}
		assertThat(this.all.availablePermits()).isEqualTo(1000);
	}

	@Test
	void letsObjectivesTakeTurns() throws InterruptedException {
		ModelBulkhead.Permit first = enter("first");
		for (String call : List.of("many-1", "many-2", "many-3", "few-1", "one-1")) {
			await(call);
		}
		first.answered();
		first.close();
		for (Thread thread : this.waiting) {
			thread.join();
		}
		assertThat(this.entered).containsExactly("many-1", "few-1", "one-1", "many-2", "many-3");
	}

	@Test
	void passesOverWhoNoLongerWaits() throws InterruptedException {
		ModelBulkhead.Permit first = enter("first");
		Thread leaving = await("leaving-1");
		await("staying-1");
		leaving.interrupt();
		leaving.join();
		first.close();
		for (Thread thread : this.waiting) {
			thread.join();
		}
		assertThat(this.entered).containsExactly("staying-1");
		enter("next").close();
	}

	@Test
	void letsFewerInAfterARefusalAndMoreAfterSuccesses() throws InterruptedException {
		this.bulkhead = bulkhead(10);
		List<ModelBulkhead.Permit> together = new ArrayList<>();
		for (int call = 0; call < 10; call++) {
			together.add(enter("one"));
		}
		for (ModelBulkhead.Permit call : together) {
			call.failed(LIMITED);
			call.close();
		}
		assertThat(mostAtOnce()).isEqualTo(5);
		this.ticks.addAndGet(Duration.ofSeconds(10).toNanos());
		succeed();
		succeed();
		assertThat(mostAtOnce()).isEqualTo(7);
	}

	@Test
	@Timeout(20)
	void letsTheNextInBesidesACallThatHangs() throws InterruptedException {
		try (ModelBulkhead.Permit usual = enter("usual")) {
			this.ticks.addAndGet(Duration.ofMillis(100).toNanos());
			usual.answered();
		}
		ModelBulkhead.Permit hanging = enter("hanging");
		Thread next = await("next-1");
		this.ticks.addAndGet(Duration.ofMillis(1100).toNanos());
		next.join();
		assertThat(this.entered).containsExactly("next-1");
		hanging.close();
	}

	@Test
	void leavesADeadModelAloneAndSendsScoutsLater() throws InterruptedException {
		for (int call = 0; call < 20; call++) {
			fail(DEAD);
		}
		assertThat(this.bulkhead.enter("one")).isEmpty();
		this.clock.pass(Duration.ofMillis(4900));
		assertThat(this.bulkhead.enter("one")).isEmpty();
		this.clock.pass(Duration.ofMillis(200));
		for (int scout = 0; scout < 3; scout++) {
			fail(DEAD);
		}
		this.clock.pass(Duration.ofMillis(9900));
		assertThat(this.bulkhead.enter("one")).as("the second rest is longer").isEmpty();
		this.clock.pass(Duration.ofMillis(200));
		for (int scout = 0; scout < 3; scout++) {
			succeed();
		}
		for (int call = 0; call < 20; call++) {
			succeed();
		}
	}

	@Test
	void isNotDeadForRefusalsOrForAnswersThatHelpNobody() throws InterruptedException {
		for (int call = 0; call < 40; call++) {
			fail(LIMITED);
			fail(new EndpointFault.Rejected("400", 400, false));
			fail(new EndpointFault.Interrupted(true));
		}
		succeed();
	}

	private ModelBulkhead bulkhead(int most) {
		return new ModelBulkhead("fake", most, this.all, this.clock, this.ticks::get);
	}

	private ModelBulkhead.Permit enter(String owner) throws InterruptedException {
		Optional<ModelBulkhead.Permit> permit = this.bulkhead.enter(owner);
		assertThat(permit).isPresent();
		return permit.get();
	}

	private void fail(EndpointFault fault) throws InterruptedException {
		try (ModelBulkhead.Permit call = enter("one")) {
			call.failed(fault);
		}
	}

	private void succeed() throws InterruptedException {
		try (ModelBulkhead.Permit call = enter("one")) {
			call.answered();
		}
	}

	/** Enters until somebody would have to wait. */
	private int mostAtOnce() throws InterruptedException {
		List<ModelBulkhead.Permit> inside = new ArrayList<>();
		Thread waiting = Thread.ofPlatform().start(() -> {
			try {
				while (true) {
					inside.add(this.bulkhead.enter("one").orElseThrow());
				}
			}
			catch (InterruptedException ex) {
				// Nobody else got in.
			}
		});
		while (waiting.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		waiting.interrupt();
		waiting.join();
		inside.forEach(ModelBulkhead.Permit::close);
		return inside.size();
	}

	/** Starts a call that waits, and waits until it does. */
	private Thread await(String call) {
		Thread thread = Thread.ofPlatform().start(() -> {
			try (ModelBulkhead.Permit permit = enter(call.substring(0, call.indexOf('-')))) {
				this.entered.add(call);
				permit.answered();
			}
			catch (InterruptedException ex) {
				// It left.
			}
		});
		this.waiting.add(thread);
		while (thread.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		return thread;
	}

}
