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
 * Writes of database files that wait until they can be done. H2 makes its files itself,
 * so who waits is known to the process and not to a bean.
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

	/** Lets writes wait. */
	static void begin() {
		ended = false;
		gaveUp = false;
	}

	/** Lets no write wait any longer: those that do fail. */
	static void end() {
		ended = true;
	}

	/** Why there are writes that wait, or one that does no more. */
	static Optional<String> reason() {
		return (gaveUp || WAITING.get() > 0) ? Optional.of(why) : Optional.empty();
	}

	/**
	 * Tries again and again.
	 * @param write what to do
	 * @param open whether there is still something to write to
	 * @param failure of the first try
	 * @return what the write returned
	 * @throws IOException the first failure, if there is nothing to wait for any more
	 */
	static int until(Write write, BooleanSupplier open, IOException failure) throws IOException {
		why = String.valueOf(failure.getMessage());
		WAITING.incrementAndGet();
		log.error("The database file cannot be written: {}. Commits wait until it can; free space on its disk", why);
		try {
			while (open.getAsBoolean() && !ended) {
				try {
					int written = write.run();
					log.info("The database file is written again");
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

	/** An interrupt must not fail a commit; it is kept for whoever comes after. */
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
