package dev.babyagi.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;

import dev.babyagi.Postgres;
import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.faults.Replica;
import dev.babyagi.journey.EventReader;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;

/**
 * How late events reach those who follow, and what many listeners and many requests that
 * wait cost.
 *
 * <pre class="code">
 * java -cp ... dev.babyagi.benchmark.EventLatency latency [objectives]
 * java -cp ... dev.babyagi.benchmark.EventLatency listeners [number] [of them silent] [objectives]
 * java -cp ... dev.babyagi.benchmark.EventLatency objectives [number]
 * java -cp ... dev.babyagi.benchmark.EventLatency waiting [number]
 * </pre>
 *
 * {@code latency} follows objectives of eight tasks on two replicas over PostgreSQL, and
 * counts from the instant of each task's end to its arrival at the listener; objectives
 * are posted to the first. {@code listeners} opens streams of all events on one replica,
 * of which some never read, lets objectives run, and prints how long other requests take
 * and what memory is in use. {@code objectives} lets as many objectives run at once, ten
 * seconds a call, and follows each by a stream of its own. {@code waiting} posts
 * objectives to one replica at once, each with {@code Prefer: wait=60}.
 */
public final class EventLatency {

	private static final int TASKS = 8;

	/** Objectives at once in a round. */
	private static final int FANS = 10;

	private static final int WARM_UP = 200;

	private static final int WARM_UP_ROUNDS = 10;

	private EventLatency() {
	}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createTempDirectory("babyagi-events");
		try (FakeEndpoint endpoint = FakeEndpoint
			.start(ModelReplies.working(ModelReplies.fan(TASKS), ModelReplies.ids(TASKS)))) {
			endpoint.ledger().forgetBodies();
			endpoint.latency(Duration.ofMillis(500));
			List<String> settings = List.of("--spring.profiles.active=postgres",
					"--spring.datasource.url=" + Postgres.database("events"), "--spring.datasource.username=postgres",
					"--babyagi.language.base-url=" + endpoint.baseUrl(), "--babyagi.language.model=fake-1",
					"--logging.level.root=warn");
			if (args[0].equals("latency")) {
				latency(folder, settings, Integer.parseInt(args[1]));
			}
			else if (args[0].equals("objectives")) {
				objectives(folder, settings, endpoint, Integer.parseInt(args[1]));
			}
			else if (args[0].equals("waiting")) {
				waiting(folder, settings, Integer.parseInt(args[1]));
			}
			else {
				listeners(folder, settings, Integer.parseInt(args[1]), Integer.parseInt(args[2]),
						Integer.parseInt(args[3]));
			}
		}
		System.exit(0);
	}

	private static void latency(Path folder, List<String> settings, int objectives) throws Exception {
		try (Replica one = Replica.launch(folder, "one", List.of("-Xmx768m"), settings).awaitReady();
				Replica other = Replica.launch(folder, "other", List.of("-Xmx768m"), settings).awaitReady()) {
			ServiceClient service = new ServiceClient(one.address());
			service.solveWaiting("Look into all parts and say what was found");
			ConcurrentLinkedQueue<Long> same = new ConcurrentLinkedQueue<>();
			ConcurrentLinkedQueue<Long> far = new ConcurrentLinkedQueue<>();
			try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int number = 0; number < objectives; number++) {
					String id = service.submit("Look into all parts and say what was found");
					Future<?> near = readers.submit(() -> follow(one.address(), id, same));
					Future<?> away = readers.submit(() -> follow(other.address(), id, far));
					near.get();
					away.get();
				}
			}
			print("same replica", same);
			print("other replica", far);
		}
	}

	private static void follow(String address, String id, ConcurrentLinkedQueue<Long> delays) {
		try (EventReader reader = new EventReader(address + "/v1/objectives/" + id + "/events", null)) {
			for (EventReader.Received event = reader.next(); event != null; event = reader.next()) {
				if (event.body().at("/data/task/state").asString("").equals("succeeded")) {
					Instant written = Instant.parse(event.body().path("timestamp").asString());
					delays.add(Duration.between(written, Instant.now()).toMillis());
				}
			}
		}
	}

	private static void listeners(Path folder, List<String> settings, int number, int silent, int objectives)
			throws Exception {
		try (Replica replica = Replica.launch(folder, "one", List.of("-Xmx768m"), settings).awaitReady();
				ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			ServiceClient service = new ServiceClient(replica.address());
			service.solveWaiting("Look into all parts and say what was found");
			print("before", replica);
			AtomicInteger events = new AtomicInteger();
			List<Socket> sockets = new ArrayList<>();
			for (int listener = 0; listener < number; listener++) {
				Socket socket = open(URI.create(replica.address()));
				sockets.add(socket);
				if (listener >= silent) {
					readers.execute(() -> drain(socket, events));
				}
			}
			Thread.sleep(2000);
			print(number + " listeners", replica);
			for (int round = 0; round < objectives / FANS; round++) {
				round(service, replica, readers, round, events);
			}
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	private static void objectives(Path folder, List<String> settings, FakeEndpoint endpoint, int number)
			throws Exception {
		try (Replica replica = launch(folder, settings, TASKS * number);
				ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			ServiceClient service = new ServiceClient(replica.address());
			for (int round = 0; round < WARM_UP_ROUNDS; round++) {
				objectives(service, readers, replica, WARM_UP);
			}
			endpoint.latency(Duration.ofSeconds(10));
			objectives(service, readers, replica, number);
		}
	}

	private static void objectives(ServiceClient service, ExecutorService readers, Replica replica, int number)
			throws Exception {
		ConcurrentLinkedQueue<Long> ends = new ConcurrentLinkedQueue<>();
		ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
		List<Future<?>> all = new ArrayList<>();
		for (int objective = 0; objective < number; objective++) {
			String id = service.submit("Look into all parts and say what was found");
			all.add(readers.submit(() -> follow(replica.address(), id, ends)));
		}
		print(number + " objectives", replica);
		while (!all.stream().allMatch(Future::isDone)) {
			long asked = System.nanoTime();
			service.status("/v1/objectives?limit=1");
			delays.add((System.nanoTime() - asked) / 1_000_000);
			Thread.sleep(20);
		}
		for (Future<?> each : all) {
			each.get();
		}
		print("ends of tasks", ends);
		print("other requests", delays);
	}

	private static Replica launch(Path folder, List<String> settings, int calls) {
		List<String> allowed = new ArrayList<>(settings);
		allowed.add("--babyagi.language.max-calls-in-flight=" + calls);
		return Replica.launch(folder, "one", List.of("-Xmx768m"), allowed).awaitReady();
	}

	private static void waiting(Path folder, List<String> settings, int number) throws Exception {
		try (Replica replica = launch(folder, settings, number);
				ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			ServiceClient service = new ServiceClient(replica.address());
			for (int round = 0; round < WARM_UP_ROUNDS; round++) {
				waiting(service, clients, replica, WARM_UP);
			}
			waiting(service, clients, replica, number);
		}
	}

	private static void waiting(ServiceClient service, ExecutorService clients, Replica replica, int number)
			throws Exception {
		ConcurrentLinkedQueue<Long> answers = new ConcurrentLinkedQueue<>();
		ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
		long start = System.nanoTime();
		List<Future<?>> all = new ArrayList<>();
		for (int request = 0; request < number; request++) {
			all.add(clients.submit(() -> {
				JsonNode answer = service.solveWaiting("Look into all parts and say what was found");
				if (!answer.path("state").asString().equals("completed")) {
					throw new IllegalStateException("Not completed: " + answer);
				}
				answers.add((System.nanoTime() - start) / 1_000_000);
			}));
		}
		boolean shown = false;
		while (!all.stream().allMatch(Future::isDone)) {
			long asked = System.nanoTime();
			service.status("/v1/objectives?limit=1");
			delays.add((System.nanoTime() - asked) / 1_000_000);
			if (!shown && answers.size() > number / 4) {
				shown = true;
				print((number - answers.size()) + " waiting", replica);
			}
			Thread.sleep(20);
		}
		for (Future<?> each : all) {
			each.get();
		}
		print(number + " that waited, answered with 200", answers);
		print("other requests", delays);
	}

	private static void round(ServiceClient service, Replica replica, ExecutorService readers, int round,
			AtomicInteger events) throws Exception {
		ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
		List<Future<?>> fans = new ArrayList<>();
		for (int fan = 0; fan < FANS; fan++) {
			fans.add(readers.submit(() -> service.solveWaiting("Look into all parts and say what was found")));
		}
		while (!fans.stream().allMatch(Future::isDone)) {
			long start = System.nanoTime();
			service.status("/v1/objectives?limit=1");
			delays.add((System.nanoTime() - start) / 1_000_000);
			Thread.sleep(20);
		}
		print("round " + round + ", other requests", delays);
		print(events + " kB read", replica);
	}

	private static Socket open(URI address) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
		socket.getOutputStream()
			.write("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static void drain(Socket socket, AtomicInteger kilobytes) {
		byte[] buffer = new byte[8192];
		long bytes = 0;
		try {
			for (int read = socket.getInputStream().read(buffer); read >= 0; read = socket.getInputStream()
				.read(buffer)) {
				bytes += read;
				kilobytes.addAndGet((int) (bytes / 1024));
				bytes %= 1024;
			}
		}
		catch (IOException ex) {
			// The connection is closed at the end.
		}
	}

	private static void print(String what, Replica replica) {
		String metrics = new ServiceClient(replica.address()).look("/actuator/prometheus").body();
		System.out.printf(Locale.ROOT, "%s: heap %.0f MB after GC, %s%n", what, liveHeap(replica),
				metrics.lines()
					.filter((line) -> line.startsWith("babyagi_event_streams") || line.startsWith("jvm_threads_live"))
					.toList());
	}

	private static double liveHeap(Replica replica) {
		try {
			Process command = new ProcessBuilder("jcmd", Long.toString(replica.pid()), "GC.class_histogram")
				.redirectErrorStream(true)
				.start();
			String total = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> line.startsWith("Total"))
				.findFirst()
				.orElse("Total 0 0");
			return Long.parseLong(total.substring(total.lastIndexOf(' ', total.strip().length() - 1) + 1).strip())
					/ 1048576.0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void print(String what, ConcurrentLinkedQueue<Long> delays) {
		List<Long> sorted = delays.stream().sorted().toList();
		System.out.printf(Locale.ROOT, "%s: %d, p50 %d ms, p95 %d ms, at most %d ms%n", what, sorted.size(),
				sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.getLast());
	}

}
