package dev.babyagi.journey.drive;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.work.JourneySettings;

/**
 * Starts and stops the work of a replica on objectives. In between it looks for new
 * orders and for orphaned objectives at fixed intervals. It stops the drivers before
 * anything that they use is closed.
 */
@Component
public class JourneyLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JourneyLifecycle.class);

	private final DriverRegistry registry;

	private final OrphanSweep sweep;

	private final Dispatch dispatch;

	private final JourneySettings settings;

	private volatile boolean running;

	private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	JourneyLifecycle(DriverRegistry registry, OrphanSweep sweep, Dispatch dispatch, JourneySettings settings) {
		this.registry = registry;
		this.sweep = sweep;
		this.dispatch = dispatch;
		this.settings = settings;
	}

	@Override
	public void start() {
		this.registry.resume();
		this.dispatch.resume();
		this.clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("lifecycle").factory());
		every(this.settings.ordersInterval().toMillis(), this.registry::lookAtOrders);
		every(this.settings.sweepInterval().toMillis(), this.sweep::run);
		this.running = true;
	}

	private void every(long millis, Runnable look) {
		var _ = this.clock.scheduleWithFixedDelay(() -> {
			try {
				look.run();
			}
			catch (RuntimeException ex) {
				log.warn("The look for new orders or orphaned objectives failed and is repeated: {}",
						ex.getClass().getSimpleName());
			}
		}, millis, millis, TimeUnit.MILLISECONDS);
	}

	/**
	 * Takes no new work, lets the drivers commit what they have, and returns once all
	 * have stopped or {@code babyagi.journey.drain} and two seconds are over.
	 */
	@Override
	public void stop() {
		this.dispatch.pause();
		this.registry.drain();
		awaitIdle();
		this.clock.shutdownNow();
		this.running = false;
	}

	private void awaitIdle() {
		long deadline = System.nanoTime() + this.settings.drain().plusSeconds(2).toNanos();
		try {
			while (!this.registry.isIdle() && System.nanoTime() < deadline) {
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
