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
 * Measures how long it takes from the death of a replica, at a random instant, to the
 * first call that another one makes in its place; over one PostgreSQL, with the beats of
 * the profile.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.faults.TakeOver 20
 * </pre>
 */
public final class TakeOver {

	private static final String LEASE = "--babyagi.dispatch.lease=10s";

	private TakeOver() {
	}

	public static void main(String[] args) throws Exception {
		Random random = new Random();
		Path directory = Files.createTempDirectory("takeover");
		List<Double> seconds = new ArrayList<>();
		try (Site site = Site.onPostgres(directory, Postgres.database("takeover"))) {
			Replica dying = site.start(LEASE);
			Replica other = site.start(LEASE);
			for (int round = 0; round < Integer.parseInt(args[0]); round++) {
				site.endpoint().latency(Duration.ofMinutes(1));
				int calls = site.endpoint().ledger().size();
				site.submit(dying.service());
				site.endpoint().ledger().awaitCalls(calls + 1);
				LockSupport.parkNanos(Duration.ofMillis(random.nextInt(5000)).toNanos());
				site.endpoint().latency(Duration.ofMillis(100));
				long died = System.nanoTime();
				dying.kill();
				site.endpoint().ledger().awaitCalls(calls + 2);
				seconds.add((System.nanoTime() - died) / 1e9);
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
