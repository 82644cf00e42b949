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
 * Ends a process that does nothing but collect garbage. With its memory nearly used up it
 * neither works nor fails: an {@code OutOfMemoryError} may never come, and nobody takes
 * over from a process that still beats. What it held goes on elsewhere, or in its
 * successor.
 */
@Component
class MemoryWatch {

	private static final Logger log = LoggerFactory.getLogger(MemoryWatch.class);

	/** As that of {@code -XX:+ExitOnOutOfMemoryError}. */
	private static final int EXIT_CODE = 3;

	/** Percent of the time. */
	private static final int TOO_MUCH = 75;

	/** In a row. */
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
	 * Watches with clocks of its own.
	 * @param now milliseconds that pass
	 * @param collecting milliseconds of them in which nothing else ran
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
	 * At a fixed rate, since whoever waits for a delay waits for everybody else who does.
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
					+ " what it worked on is kept and goes on. Give it more heap (-Xmx) or less work"
					+ " (babyagi.dispatch.max-objectives)", TOO_MUCH);
			this.end.run();
		}
	}

	/** Without what collectors do beside the program. */
	private static long collectionTime() {
		return ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.filter((collector) -> !collector.getName().contains("Cycles"))
			.mapToLong(GarbageCollectorMXBean::getCollectionTime)
			.sum();
	}

}
