package dev.babyagi.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to database files that wait until they succeed. The state is static because H2
 * creates its files itself and cannot be given a bean.
 */
final class BlockedWrites {

	private static final Logger log = LoggerFactory.getLogger(BlockedWrites.class);

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final AtomicInteger WAITING = new AtomicInteger();

	private static volatile String why = "";

	private static volatile boolean ended;

	private static volatile boolean gaveUp;

	private BlockedWrites() {
	}

	/** Makes failed writes wait from now on. */
	static void begin() {
		ended = false;
		gaveUp = false;
	}

	/** Makes no write wait any longer: those that wait fail. */
	static void end() {
		ended = true;
	}

	/**
	 * Returns why writes wait, or why the last one has failed; empty if neither is so.
	 */
	static Optional<String> reason() {
		return (gaveUp || WAITING.get() > 0) ? Optional.of(why) : Optional.empty();
	}

	/**
	 * Repeats a failed write every 200 ms until it succeeds.
	 * @param write the write
	 * @param open whether there is still something to write to
	 * @param failure the failure of the first try
	 * @return what the write returned
	 * @throws IOException the first failure, if the file is closed or the service stops
	 */
	static int until(Write write, BooleanSupplier open, IOException failure) throws IOException {
		why = String.valueOf(failure.getMessage());
		WAITING.incrementAndGet();
		log.error(
				"The database file cannot be written: {}. Commits wait until it can be written; free space on its disk",
				why);
		try {
			while (open.getAsBoolean() && !ended) {
				try {
					int written = write.run();
					log.info("The database file can be written again, and commits go on");
					return written;
				}
				catch (IOException ex) {
					pause();
				}
			}
			gaveUp = ended;
			throw failure;
		}
		finally {
			WAITING.decrementAndGet();
		}
	}

	/** An interrupt must not fail a commit; the thread keeps its interrupted state. */
	private static void pause() {
		boolean interrupted = Thread.interrupted();
		try {
			TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** A write to a file. */
	interface Write {

		int run() throws IOException;

	}

}
