package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;
import dev.babyagi.journey.EventReader;
import dev.babyagi.journey.EventReader.Received;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: who follows an objective misses an event, or gets one twice, when the
 * connection is cut or a replica dies.
 */
class EventStreamIT {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private static final int LISTENERS = 100;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	@LongFormOnly
	void missesNothingIfItIsCutAtEveryEventAndResumedOnTheOtherReplica() {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("streams"))) {
			site.endpoint().latency(Duration.ofMillis(300));
			Replica one = site.start();
			Replica other = site.start();
			String id = site.submit(one.service());
			List<Received> seen = cutAtEveryEvent(id,
					Stream.iterate(0, (number) -> 1 - number).map((number) -> (number == 0) ? one : other).iterator());
			assertThat(numbers(seen)).isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
			assertThat(seen.stream().map(Received::body).toList()).isEqualTo(one.service().allEvents(id));
			site.check(one, DEADLINE);
		}
	}

	private static List<Received> cutAtEveryEvent(String id, Iterator<Replica> replicas) {
		List<Received> seen = new ArrayList<>();
		String last = "0";
		while (true) {
			String url = replicas.next().address() + "/v1/objectives/" + id + "/events";
			try (EventReader reader = new EventReader(url, last)) {
				if (reader.status() == 204) {
					return seen;
				}
				List<Received> events = reader.until((event) -> event.id() != null);
				seen.add(events.getLast());
				last = Objects.requireNonNull(events.getLast().id());
			}
		}
	}

	@Test
	@LongFormOnly
	void tellsAllListenersTheRestOnTheOtherReplicaWhenOneIsKilled() throws Exception {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("listeners"));
				ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor()) {
			site.endpoint().latency(Duration.ofSeconds(2));
			Replica killed = site.start();
			Replica other = site.start();
			String id = site.submit(killed.service());
			List<String> begun = new CopyOnWriteArrayList<>();
			List<Future<List<Received>>> all = new ArrayList<>();
			for (int number = 0; number < LISTENERS; number++) {
				all.add(listeners.submit(() -> followBoth(id, killed, other, begun)));
			}
			while (begun.size() < LISTENERS) {
				Thread.sleep(10);
			}
			killed.kill();
			for (Future<List<Received>> listener : all) {
				List<Received> seen = listener.get();
				assertThat(numbers(seen)).isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
				assertThat(seen.getLast().type()).isEqualTo("objective.completed");
			}
			site.check(other, DEADLINE);
		}
	}

	private static List<Received> followBoth(String id, Replica first, Replica second, List<String> begun) {
		String path = "/v1/objectives/" + id + "/events";
		List<Received> seen = new ArrayList<>();
		try (EventReader reader = new EventReader(first.address() + path, "0")) {
			seen.add(Objects.requireNonNull(reader.next()));
			begun.add(id);
			seen.addAll(kept(reader.rest()));
		}
		try (EventReader reader = new EventReader(second.address() + path, seen.getLast().id())) {
			seen.addAll(kept(reader.rest()));
		}
		return seen;
	}

	private static List<Received> kept(List<Received> events) {
		return events.stream().filter((event) -> event.id() != null).toList();
	}

	private static List<Long> numbers(List<Received> events) {
		return events.stream().map((event) -> Long.valueOf(Objects.requireNonNull(event.id()))).toList();
	}

}
