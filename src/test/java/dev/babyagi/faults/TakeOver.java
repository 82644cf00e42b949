package dev.babyagi.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import dev.babyagi.Postgres;

/**
 * Measures how long it takes until another replica makes the first call in place of one
 * that goes at a random instant: from its death, or, if it is asked to stop, from the end
 * of the time its calls may take; over one PostgreSQL, with the default lease.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.faults.TakeOver 20 killed
 * </pre>
 *
 * Arguments: how often, {@code killed} or {@code stopped}.
 */
public final class TakeOver {

	private static final Duration DRAIN = Duration.ofSeconds(1);

	private static final String[] SETTINGS = { "--babyagi.dispatch.lease=10s", "--babyagi.journey.drain=1s" };

	private TakeOver() {
	}

	public static void main(String[] args) throws Exception {
		Random random = new Random();
		boolean stopped = args[1].equals("stopped");
		Path directory = Files.createTempDirectory("takeover");
		List<Double> seconds = new ArrayList<>();
		try (TestBed site = TestBed.onPostgres(directory, Postgres.database("takeover"))) {
			Replica dying = site.start(SETTINGS);
			Replica other = site.start(SETTINGS);
			for (int round = 0; round < Integer.parseInt(args[0]); round++) {
				site.endpoint().latency(Duration.ofMinutes(1));
				int calls = site.endpoint().ledger().size();
				site.submit(dying.service());
				site.endpoint().ledger().awaitCalls(calls + 1);
				LockSupport.parkNanos(Duration.ofMillis(random.nextInt(5000)).toNanos());
				site.endpoint().latency(Duration.ofMillis(100));
				long gone = System.nanoTime();
				if (stopped) {
					dying.terminate();
					gone += DRAIN.toNanos();
				}
				else {
					dying.kill();
				}
				site.endpoint().ledger().awaitCalls(calls + 2);
				seconds.add((System.nanoTime() - gone) / 1e9);
				dying.awaitExit(Duration.ofMinutes(1));
				site.oracle().check(other, Duration.ofMinutes(1));
				Replica restarted = dying;
				restarted.restart();
				dying = other;
				other = restarted;
			}
		}
		Collections.sort(seconds);
		System.out.println(String.format(Locale.ROOT, "%d take-overs: %.1f s at least, %.1f median, %.1f at most",
				seconds.size(), seconds.getFirst(), seconds.get(seconds.size() / 2), seconds.getLast()));
		System.exit(0);
	}

}
