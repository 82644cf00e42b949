package dev.babyagi.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import dev.babyagi.Postgres;
import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;

/**
 * Measures how long objectives pause when one of two replicas with work under way is
 * asked to stop: the time that an objective has no call in flight, and the time from one
 * call's beginning to the next one's.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.faults.HandOver 40 100 500 1000 3
 * </pre>
 *
 * Arguments: objectives of ten calls at once, the least and the most milliseconds that a
 * call takes, how many milliseconds after the last objective was accepted the replica is
 * asked to stop, and how often.
 */
public final class HandOver {

	private static final int CLIENTS = 8;

	private HandOver() {
	}

	public static void main(String[] args) throws Exception {
		int objectives = Integer.parseInt(args[0]);
		Path directory = Files.createTempDirectory("handover");
		try (TestBed site = TestBed.onPostgres(directory, Postgres.database("handover"))) {
			site.endpoint().answer(taking(Integer.parseInt(args[1]), Integer.parseInt(args[2])));
			Replica stopping = site.start("--babyagi.dispatch.lease=10s");
			Replica other = site.start("--babyagi.dispatch.lease=10s");
			for (int round = 0; round < Integer.parseInt(args[4]); round++) {
				int before = site.endpoint().ledger().size();
				submit(site, objectives, List.of(stopping.service(), other.service()));
				LockSupport.parkNanos(Duration.ofMillis(Integer.parseInt(args[3])).toNanos());
				Instant asked = Instant.now();
				stopping.terminate();
				stopping.awaitExit(Duration.ofMinutes(1));
				site.oracle().check(other, Duration.ofMinutes(3));
				List<CallLedger.Call> calls = site.endpoint().ledger().calls();
				print(calls.subList(before, calls.size()), asked);
				stopping.restart();
				Replica restarted = stopping;
				stopping = other;
				other = restarted;
			}
		}
		System.exit(0);
	}

	/** Four tasks and one more after each; each call takes a time between the two. */
	static ResponseScript taking(int leastMillis, int mostMillis) {
		ResponseScript script = ModelReplies.working(ModelReplies.chains(TestBed.TASKS / 2),
				ModelReplies.ids(TestBed.TASKS));
		Random random = new Random(1);
		return (request) -> script.answer(request).after(latency(random, leastMillis, mostMillis));
	}

	private static Duration latency(Random random, int leastMillis, int mostMillis) {
		return Duration.ofMillis(random.nextInt(leastMillis, mostMillis));
	}

	private static void submit(TestBed site, int objectives, List<ServiceClient> services) throws Exception {
		try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
			List<Future<?>> answers = new ArrayList<>();
			for (int number = 0; number < objectives; number++) {
				ServiceClient service = services.get(number % services.size());
				answers.add(clients.submit(() -> site.submit(service)));
			}
			for (Future<?> answer : answers) {
				answer.get();
			}
		}
	}

	private static void print(List<CallLedger.Call> calls, Instant asked) {
		List<Pauses> all = longestPauses(calls, asked);
		System.out.println(String.format(Locale.ROOT,
				"%d objectives under way; without a call in flight: %s;"
						+ " from one call's beginning to the next one's: %s",
				all.size(), range(all.stream().map(Pauses::idle).toList()),
				range(all.stream().map(Pauses::between).toList())));
	}

	private static String range(List<Duration> pauses) {
		List<Duration> sorted = pauses.stream().sorted().toList();
		return sorted.isEmpty() ? "none" : String.format(Locale.ROOT, "%d ms in the middle, %d at most",
				sorted.get(sorted.size() / 2).toMillis(), sorted.getLast().toMillis());
	}

	/**
	 * The longest pauses of each objective that made a call after an instant and one
	 * before; pauses that ended before it do not count.
	 */
	static List<Pauses> longestPauses(List<CallLedger.Call> calls, Instant since) {
		return calls.stream()
			.collect(Collectors.groupingBy((call) -> PromiseOracle.number(call.request())))
			.values()
			.stream()
			.filter((own) -> own.stream().anyMatch((call) -> call.at().isBefore(since)))
			.filter((own) -> own.stream().anyMatch((call) -> call.at().isAfter(since)))
			.map((own) -> Pauses.of(own, since))
			.toList();
	}

	/**
	 * The longest pauses of one objective.
	 *
	 * @param idle without a call in flight
	 * @param between from one call's beginning to the next one's
	 */
	record Pauses(Duration idle, Duration between) {

		static Pauses of(List<CallLedger.Call> calls, Instant since) {
			List<CallLedger.Call> inOrder = calls.stream().sorted(Comparator.comparing(CallLedger.Call::at)).toList();
			Duration idle = Duration.ZERO;
			Duration between = Duration.ZERO;
			Instant busyUntil = inOrder.getFirst().until();
			Instant last = inOrder.getFirst().at();
			for (CallLedger.Call call : inOrder) {
				if (call.at().isAfter(since)) {
					idle = longer(idle, Duration.between(busyUntil, call.at()));
					between = longer(between, Duration.between(last, call.at()));
				}
				last = call.at();
				busyUntil = call.until().isAfter(busyUntil) ? call.until() : busyUntil;
			}
			return new Pauses(idle, between);
		}

		private static Duration longer(Duration one, Duration other) {
			return (one.compareTo(other) < 0) ? other : one;
		}

	}

}
