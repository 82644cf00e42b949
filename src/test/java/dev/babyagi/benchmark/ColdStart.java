package dev.babyagi.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;

/**
 * What the first fans cost after a start, in a process of its own: how long it takes to
 * be ready, then loads of 500 fans at once with 500 ms a call.
 *
 * <pre class="code">
 * java -cp ... dev.babyagi.benchmark.ColdStart [loads] java -Xmx768m -jar target/babyagi.jar
 * </pre>
 */
public final class ColdStart {

	private static final int PORT = 18_089;

	private static final int FANS = 500;

	private static final int TASKS = 8;

	private static final Duration CALL = Duration.ofMillis(500);

	private ColdStart() {
	}

	public static void main(String[] args) throws Exception {
		int loads = Integer.parseInt(args[0]);
		Path folder = Files.createTempDirectory("babyagi-cold");
		try (FakeEndpoint endpoint = FakeEndpoint
			.start(ModelReplies.working(ModelReplies.fan(TASKS), ModelReplies.ids(TASKS)))) {
			endpoint.ledger().forgetBodies();
			endpoint.latency(CALL);
			List<String> command = new ArrayList<>(List.of(args).subList(1, args.length));
			command.addAll(List.of("--server.port=" + PORT, "--logging.level.root=warn",
					"--spring.datasource.url=jdbc:h2:async:" + folder.resolve("data")
							+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE",
					"--babyagi.language.base-url=" + endpoint.baseUrl(), "--babyagi.language.model=fake-1",
					"--babyagi.language.max-calls-in-flight=20000"));
			long start = System.nanoTime();
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(folder.resolve("log").toFile())
				.start();
			try {
				ServiceClient service = new ServiceClient("http://127.0.0.1:" + PORT);
				awaitReady(process, service);
				System.out.printf(Locale.ROOT, "ready after %.1f s, %d CPU ms%n", (System.nanoTime() - start) / 1e9,
						cpu(process));
				for (int load = 0; load < loads; load++) {
					measure(process, service);
				}
			}
			finally {
				process.destroy();
				process.waitFor();
			}
		}
		System.exit(0);
	}

	private static void awaitReady(Process process, ServiceClient service) throws IOException {
		while (status(service) != 200) {
			if (!process.isAlive()) {
				throw new IOException("The service has ended");
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private static int status(ServiceClient service) {
		try {
			return service.status("/actuator/health/readiness");
		}
		catch (RuntimeException | AssertionError ex) {
			return 0;
		}
	}

	private static void measure(Process process, ServiceClient service) throws Exception {
		long before = cpu(process);
		long start = System.nanoTime();
		try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> fans = new ArrayList<>();
			for (int fan = 0; fan < FANS; fan++) {
				fans.add(clients.submit(() -> service.solveWaiting("Look into all parts and say what was found")));
			}
			for (Future<?> fan : fans) {
				fan.get();
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf(Locale.ROOT, "%d fans in %.2f s: %.0f a second, %.1f CPU ms each%n", FANS, seconds,
				FANS / seconds, (cpu(process) - before) / (double) FANS);
	}

	private static long cpu(Process process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

}
