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

import dev.babyagi.Postgres;
import dev.babyagi.journey.Service;

/**
 * Measures objectives per second against replicas: processes of their own over one
 * PostgreSQL, all on this machine, as are the endpoint and the clients.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.faults.Throughput 2 500
 * </pre>
 */
public final class Throughput {

	private static final int WARM_UPS = 4;

	private Throughput() {
	}

	public static void main(String[] args) throws Exception {
		int replicas = Integer.parseInt(args[0]);
		int objectives = Integer.parseInt(args[1]);
		Path directory = Files.createTempDirectory("throughput");
		try (Site site = Site.onPostgres(directory, Postgres.database("throughput"))) {
			site.endpoint().ledger().forgetBodies();
			site.endpoint().latency(Duration.ofMillis(500));
			List<Replica> started = Stream
				.generate(() -> site.launch(List.of("-Xmx768m", "-XX:TieredStopAtLevel=4"),
						"--babyagi.language.max-calls-in-flight=20000", "--babyagi.dispatch.lease=10s",
						"--logging.level.root=warn"))
				.limit(replicas)
				.toList();
			started.forEach(Replica::awaitReady);
			List<Service> services = started.stream().map(Replica::service).toList();
			for (int round = 0; round < WARM_UPS; round++) {
				seconds(services, objectives);
			}
			for (int round = 0; round < 3; round++) {
				double seconds = seconds(services, objectives);
				System.out.println(String.format(Locale.ROOT, "%d replicas, %d fans at once: %.2f s, %.0f objectives/s",
						replicas, objectives, seconds, objectives / seconds));
			}
		}
		System.exit(0);
	}

	private static double seconds(List<Service> services, int objectives) throws Exception {
		long start = System.nanoTime();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> answers = new ArrayList<>();
			for (int number = 0; number < objectives; number++) {
				Service service = services.get(number % services.size());
				answers.add(clients.submit(() -> solve(service)));
			}
			for (Future<?> answer : answers) {
				answer.get();
			}
		}
		return (System.nanoTime() - start) / 1e9;
	}

	private static void solve(Service service) {
		String state = service.solveWaiting("Compare the parts of the matter and say what was found")
			.path("state")
			.asString();
		if (!state.equals("completed")) {
			throw new IllegalStateException(state);
		}
	}

}
