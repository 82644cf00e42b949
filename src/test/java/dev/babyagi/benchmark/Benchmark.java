package dev.babyagi.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

import dev.babyagi.BabyAgiApplication;
import dev.babyagi.Postgres;
import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;

/**
 * Measures the service over HTTP, with everything stored, against a fake endpoint: the
 * fan (planner, 8 tasks at once, join) and the diamond (planner, A, then B, C and D, then
 * E, join). Service, endpoint and client share one process and its CPU time.
 *
 * <pre>
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx2g -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.benchmark.Benchmark h2
 * </pre>
 */
public final class Benchmark {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final String QUESTION = "Compare the parts of the matter and say what was found";

	private static final int WARM_UP_ROUNDS = 25;

	private static final int MOST_WARM_UP_LOADS = 20;

	private static final int STEADY_LOADS = 4;

	/** A load that takes less than this share of the best has gained by the compiler. */
	private static final double STEADY = 0.97;

	private static final int ROUNDS = 20;

	private static final int ROUNDS_COUNTED = 9;

	/** Calls one after the other, at least. */
	private static final int FAN = 3;

	private static final int DIAMOND = 5;

	private static final int MOST_OF_THE_FLOOR = 1000;

	/** Both ends of each call and each client take 18,000 files of this process. */
	private static final String MOST_CALLS = "7000";

	private final FakeEndpoint endpoint;

	private final ServiceClient service;

	private Benchmark(FakeEndpoint endpoint, ServiceClient service) {
		this.endpoint = endpoint;
		this.service = service;
	}

	public static void main(String[] args) throws Exception {
		String database = (args.length > 0) ? args[0] : "h2";
		try (FakeEndpoint endpoint = FakeEndpoint.start(ModelReplies.working(ModelReplies.fan(8), ModelReplies.ids(8)));
				ConfigurableApplicationContext context = start(database, endpoint)) {
			int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
			endpoint.ledger().forgetBodies();
			new Benchmark(endpoint, new ServiceClient("http://127.0.0.1:" + port)).run();
		}
		System.exit(0);
	}

	private static ConfigurableApplicationContext start(String database, FakeEndpoint endpoint) throws IOException {
		Map<String, Object> settings = settings(database, endpoint);
		print("Settings: %s, java %s %s, %d processors", settings, Runtime.version(),
				ManagementFactory.getRuntimeMXBean().getInputArguments(), Runtime.getRuntime().availableProcessors());
		SpringApplication application = new SpringApplicationBuilder(BabyAgiApplication.class, CommitCounter.class)
			.properties(settings)
			.profiles(database.equals("postgres") ? new String[] { "postgres" } : new String[0])
			.build();
		return application.run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
	}

	private static Map<String, Object> settings(String database, FakeEndpoint endpoint) throws IOException {
		Path directory = Files.createTempDirectory("benchmark");
		String url = database.equals("postgres") ? Postgres.database("benchmark")
				: "jdbc:h2:patient:async:" + directory.resolve("babyagi")
						+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64";
		return Map.of("babyagi.language.max-calls-in-flight", MOST_CALLS, "babyagi.language.base-url",
				endpoint.baseUrl(), "babyagi.language.model", "fake-1", "server.port", "0", "spring.datasource.url",
				url, "spring.datasource.username", database.equals("postgres") ? "postgres" : "sa",
				"logging.level.root", "warn");
	}

	private void run() throws Exception {
		List<Least> least = List.of(least("java.net.http", new Floor.OfTheJdk()),
				least("the client of the service", new Floor.OfTheService()));
		warmUp("the service", 2000, this::solve);
		overhead("fan", ModelReplies.fan(8), 8, FAN, least.stream().map(Least::fan));
		overhead("diamond", ModelReplies.diamond(), 5, DIAMOND, least.stream().map(Least::diamond));
		this.endpoint.answer(ModelReplies.working(ModelReplies.fan(8), ModelReplies.ids(8)));
		this.endpoint.latency(Duration.ofMillis(500));
		load(500, this::solve);
		throughput(500, least.stream().map(Least::few).toList());
		throughput(2000, least.stream().map(Least::many).toList());
	}

	/**
	 * Measured first, so that the service has no sockets yet: client and endpoint share
	 * the files that one process may open, which is why the floor has no more at once.
	 */
	private Least least(String name, Floor.Client client) throws Exception {
		try (Floor floor = new Floor(client, this.endpoint.baseUrl())) {
			warmUp(name, MOST_OF_THE_FLOOR, floor::fan);
			manySmallLoads(floor::diamond);
			this.endpoint.latency(Duration.ofMillis(200));
			List<Double> fans = new ArrayList<>();
			List<Double> diamonds = new ArrayList<>();
			for (int round = 0; round < ROUNDS; round++) {
				fans.add(millis(floor::fan));
				diamonds.add(millis(floor::diamond));
			}
			this.endpoint.latency(Duration.ofMillis(500));
			Least least = new Least(median(fans) - FAN * 200, median(diamonds) - DIAMOND * 200, load(500, floor::fan),
					load(MOST_OF_THE_FLOOR, floor::fan));
			print("The floor over %s: fan %.1f ms, diamond %.1f ms over the ideal; fans at once: %s, %s", name,
					least.fan(), least.diamond(), least.few(), least.many());
			return least;
		}
	}

	/**
	 * Loads like those to come, until some in a row have taken no less CPU time than the
	 * best before them: until then the compiler takes a share, and its code is not there.
	 */
	private void warmUp(String name, int objectives, Runnable objective) throws Exception {
		manySmallLoads(objective);
		this.endpoint.latency(Duration.ofMillis(500));
		List<Double> loads = new ArrayList<>();
		double best = Double.MAX_VALUE;
		int since = 0;
		while (since < STEADY_LOADS && loads.size() < MOST_WARM_UP_LOADS) {
			double cpuMillis = load(objectives, objective).cpuMillisEach();
			loads.add(cpuMillis);
			since = (cpuMillis < STEADY * best) ? 0 : since + 1;
			best = Math.min(best, cpuMillis);
		}
		print("Warming up %s with loads of %d, CPU ms each: %s; %s", name, objectives,
				loads.stream().map((load) -> String.format(Locale.ROOT, "%.1f", load)).collect(Collectors.joining(" ")),
				(since < STEADY_LOADS) ? "NOT STEADY YET" : "steady");
	}

	private void manySmallLoads(Runnable objective) throws Exception {
		this.endpoint.latency(Duration.ofMillis(5));
		for (int round = 0; round < WARM_UP_ROUNDS; round++) {
			together(200, objective);
		}
	}

	private void overhead(String name, String plan, int tasks, int criticalPath, Stream<Double> least)
			throws Exception {
		this.endpoint.answer(ModelReplies.working(plan, ModelReplies.ids(tasks)));
		manySmallLoads(this::solve);
		this.endpoint.latency(Duration.ofMillis(200));
		List<Double> walls = new ArrayList<>();
		this.endpoint.ledger().clear();
		long cpu = SYSTEM.getProcessCpuTime();
		for (int round = 0; round < ROUNDS; round++) {
			walls.add(millis(this::solve));
		}
		double cpuMillis = (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / ROUNDS;
		double calls = this.endpoint.ledger().size() / (double) ROUNDS;
		List<Double> commits = new ArrayList<>();
		for (int round = 0; round < ROUNDS_COUNTED; round++) {
			commits.add(commits(1));
		}
		double ideal = criticalPath * 200.0;
		double over = median(walls) - ideal;
		print("%s at 200 ms a call: wall %.1f ms (median of %d), %.3f of the ideal %.0f ms, overhead %.1f ms,"
				+ " %s of the floors'; %.1f model calls, %.1f commits (median), %.1f CPU ms", name, median(walls),
				ROUNDS, median(walls) / ideal, ideal, over, ratios(least.map((floor) -> over / floor)), calls,
				median(commits), cpuMillis);
	}

	private static double millis(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private void throughput(int objectives, List<Load> least) throws Exception {
		this.endpoint.ledger().clear();
		Load load = load(objectives, this::solve);
		print("%s, 0 failed; %s of the floors' objectives/s, %s times their CPU; %.1f model calls an objective;"
				+ " %d MB resident at most", load,
				ratios(least.stream().map((floor) -> load.perSecond() / floor.perSecond())),
				ratios(least.stream().map((floor) -> load.cpuMillisEach() / floor.cpuMillisEach())),
				this.endpoint.ledger().size() / (double) objectives, peakMegabytes());
		print("%d once more, counted: %.1f commits an objective", objectives, commits(objectives));
	}

	/** Counting costs more than some of the work, so that it has rounds of its own. */
	private double commits(int objectives) throws Exception {
		long before = CommitCounter.COMMITS.get();
		CommitCounter.counting = true;
		together(objectives, this::solve);
		CommitCounter.counting = false;
		return (CommitCounter.COMMITS.get() - before) / (double) objectives;
	}

	private static Load load(int objectives, Runnable objective) throws Exception {
		long cpu = SYSTEM.getProcessCpuTime();
		long start = System.nanoTime();
		together(objectives, objective);
		return new Load(objectives, (System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
	}

	private static void together(int objectives, Runnable objective) throws InterruptedException, ExecutionException {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> answers = new ArrayList<>();
			for (int number = 0; number < objectives; number++) {
				answers.add(clients.submit(objective));
			}
			for (Future<?> answer : answers) {
				answer.get();
			}
		}
	}

	/** Fails the run if an objective fails. */
	private void solve() {
		JsonNode answer = this.service.solveWaiting(QUESTION);
		if (!answer.path("state").asString().equals("completed")) {
			throw new IllegalStateException("Not completed: " + answer);
		}
	}

	/**
	 * What the floor took.
	 *
	 * @param fan milliseconds over the ideal
	 * @param diamond milliseconds over the ideal
	 * @param few fans at once, as many as the service is asked for in its smaller load
	 * @param many fans at once, as many as one process has files for
	 */
	private record Least(double fan, double diamond, Load few, Load many) {

	}

	/**
	 * What many objectives at once took.
	 *
	 * @param objectives how many, at 500 ms a call
	 * @param seconds until the last one had ended
	 * @param cpuMillis of the whole process
	 */
	private record Load(int objectives, double seconds, double cpuMillis) {

		double perSecond() {
			return this.objectives / this.seconds;
		}

		double cpuMillisEach() {
			return this.cpuMillis / this.objectives;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%d at once in %.2f s: %.0f/s, %.1f CPU ms each", this.objectives,
					this.seconds, perSecond(), cpuMillisEach());
		}

	}

	private static double median(List<Double> values) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
	}

	private static String ratios(Stream<Double> ratios) {
		return ratios.map((ratio) -> String.format(Locale.ROOT, "%.2f", ratio)).collect(Collectors.joining(" and "));
	}

	private static long peakMegabytes() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return -1;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(-1);
	}

	@SuppressWarnings("AnnotateFormatMethod")
	private static void print(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
