package dev.babyagi.journey;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveStateChanged;
import dev.babyagi.objective.Objectives;

/**
 * Waits for the end of an objective. An end on this replica is noticed at once; an end on
 * another replica is looked for once a second.
 */
@Component
public class CompletionAwaiter {

	private static final Duration LOOK = Duration.ofSeconds(1);

	private final Objectives objectives;

	private final DriverRegistry drivers;

	private final Map<ObjectiveId, CountDownLatch> awaited = new ConcurrentHashMap<>();

	CompletionAwaiter(Objectives objectives, DriverRegistry drivers) {
		this.objectives = objectives;
		this.drivers = drivers;
	}

	/**
	 * Waits until an objective is terminal or erased.
	 * @param patience the longest time to wait
	 * @return whether it is; {@code false} also if the thread is interrupted, and within
	 * a second after this replica began to stop
	 */
	public boolean await(String tenant, ObjectiveId id, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		CountDownLatch latch = this.awaited.computeIfAbsent(id, (key) -> new CountDownLatch(1));
		try {
			boolean ended = isTerminal(tenant, id);
			while (!ended) {
				long left = deadline - System.nanoTime();
				if (left <= 0 || this.drivers.isDraining()) {
					return false;
				}
				ended = latch.await(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS)
						|| (!this.drivers.isAtWork(id) && isTerminal(tenant, id));
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.awaited.remove(id, latch);
		}
	}

	private boolean isTerminal(String tenant, ObjectiveId id) {
		return this.objectives.find(id, tenant).map((objective) -> objective.state().isTerminal()).orElse(true);
	}

	@TransactionalEventListener
	void on(ObjectiveStateChanged event) {
		CountDownLatch latch = event.state().isTerminal() ? this.awaited.get(event.id()) : null;
		if (latch != null) {
			latch.countDown();
		}
	}

}
