package dev.babyagi.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.babyagi.Postgres;
import dev.babyagi.journey.ServiceClient;

/**
 * Measures objectives per second against replicas, and what each takes of CPU time and
 * memory: processes of their own over one database, all on this machine, as are the
 * endpoint and the clients.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.faults.Throughput postgres 2 500 768 2000
 * </pre>
 *
 * Arguments: database, replicas, objectives at once; of each replica the heap in MB and
 * the calls it may have in flight.
 */
public final class Throughput {

	private static final int WARM_UPS = 16;

	private static final int WARM_UP_OBJECTIVES = 500;

	private static final int ROUNDS = 3;

	private Throughput() {
	}

	public static void main(String[] args) throws Exception {
		int objectives = Integer.parseInt(args[2]);
		Path directory = Files.createTempDirectory("throughput");
		try (TestBed site = args[0].equals("postgres") ? TestBed.onPostgres(directory, Postgres.database("throughput"))
				: TestBed.onH2(directory)) {
			site.endpoint().ledger().forgetBodies();
			site.endpoint().latency(Duration.ofMillis(500));
			List<Replica> replicas = start(site, Integer.parseInt(args[1]), args[3], args[4]);
			List<ServiceClient> services = replicas.stream().map(Replica::service).toList();
			for (int round = 0; round < WARM_UPS; round++) {
				seconds(services, WARM_UP_OBJECTIVES);
			}
			for (int round = 0; round < ROUNDS; round++) {
				long cpu = cpuMillis(replicas);
				double seconds = seconds(services, objectives);
				System.out.println(String.format(Locale.ROOT,
						"%d replicas, %d fans at once: %.2f s, %.0f/s, %.1f CPU ms each in the replicas; %s",
						replicas.size(), objectives, seconds, objectives / seconds,
						(cpuMillis(replicas) - cpu) / (double) objectives,
						replicas.stream().map(Replica::memory).toList()));
			}
		}
		System.exit(0);
	}

	private static List<Replica> start(TestBed site, int number, String megabytes, String calls) {
		List<Replica> replicas = Stream.generate(() -> site.launch(
				List.of("-Xmx" + megabytes + "m", "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseParallelGC",
						"-XX:+UseCompactObjectHeaders"),
				"--babyagi.language.max-calls-in-flight=" + calls, "--babyagi.dispatch.lease=10s",
				"--logging.level.root=warn"))
			.limit(number)
			.toList();
		replicas.forEach(Replica::awaitReady);
		return replicas;
	}

	private static long cpuMillis(List<Replica> replicas) {
		return replicas.stream().mapToLong(Replica::cpuMillis).sum();
	}

	private static double seconds(List<ServiceClient> services, int objectives) throws Exception {
		long start = System.nanoTime();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> answers = new ArrayList<>();
			for (int number = 0; number < objectives; number++) {
				ServiceClient service = services.get(number % services.size());
				answers.add(clients.submit(() -> solve(service)));
			}
			for (Future<?> answer : answers) {
				answer.get();
			}
		}
		return (System.nanoTime() - start) / 1e9;
	}

	private static void solve(ServiceClient service) {
		JsonNode answer = service.solveWaiting("Compare the parts of the matter and say what was found");
		if (!answer.path("state").asString().equals("completed")) {
			throw new IllegalStateException("Not completed: " + answer);
		}
	}

}
