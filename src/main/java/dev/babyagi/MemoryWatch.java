package dev.babyagi;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the process when it does nothing but collect garbage. With its memory nearly used
 * up it neither works nor fails: an {@code OutOfMemoryError} may never come, and no
 * replica takes over from a process that still renews its leases. After its end, another
 * replica or its restart carries on with its objectives.
 */
@Component
class MemoryWatch {

	private static final Logger log = LoggerFactory.getLogger(MemoryWatch.class);

	/** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
	private static final int EXIT_CODE = 3;

	/** In percent of the time. */
	private static final int TOO_MUCH = 75;

	/** How many checks in a row must find too much. */
	private static final int LOOKS = 4;

	private final LongSupplier now;

	private final LongSupplier collecting;

	private final Runnable end;

	private long lookedAt;

	private long collected;

	private int bad;

	@Autowired
	MemoryWatch() {
		this(() -> System.nanoTime() / 1_000_000, MemoryWatch::collectionTime,
				() -> Runtime.getRuntime().halt(EXIT_CODE));
	}

	/**
	 * Creates a watch with the given clocks.
	 * @param now returns the current time in milliseconds
	 * @param collecting returns the milliseconds so far in which only garbage was
	 * collected
	 * @param end ends the process
	 */
	MemoryWatch(LongSupplier now, LongSupplier collecting, Runnable end) {
		this.now = now;
		this.collecting = collecting;
		this.end = end;
		this.lookedAt = now.getAsLong();
		this.collected = collecting.getAsLong();
	}

	/**
	 * Runs at a fixed rate. With a fixed delay it would wait for other scheduled work.
	 */
	@Scheduled(fixedRateString = "5s")
	void look() {
		long time = this.now.getAsLong();
		long collecting = this.collecting.getAsLong();
		boolean tooMuch = (collecting - this.collected) * 100 > (time - this.lookedAt) * TOO_MUCH;
		this.lookedAt = time;
		this.collected = collecting;
		this.bad = tooMuch ? this.bad + 1 : 0;
		if (this.bad == LOOKS) {
			log.error("Out of memory: more than {} % of the time went into garbage collection. The process ends;"
					+ " its objectives are kept and go on later. Give it more heap (-Xmx) or less work"
					+ " (babyagi.dispatch.max-objectives)", TOO_MUCH);
			this.end.run();
		}
	}

	/** Leaves out the work that collectors do beside the program. */
	private static long collectionTime() {
		return ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.filter((collector) -> !collector.getName().contains("Cycles"))
			.mapToLong(GarbageCollectorMXBean::getCollectionTime)
			.sum();
	}

}
