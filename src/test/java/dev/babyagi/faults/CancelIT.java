package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a cancel closes the database with the calls it cuts, or an objective has two
 * ends.
 */
class CancelIT {

	private static final int CANCELS = Integer.getInteger("faults.cancels", 60);

	private static final Set<String> ENDS = Set.of("completed", "canceled");

	private static final Set<String> CANCELED = Set.of("canceled");

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private final Random random = new Random(20_261_125);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void cancelsAtAnyInstantOnH2() throws Exception {
		try (TestBed site = TestBed.onH2(this.directory)) {
			cancelAtAnyInstant(site);
		}
	}

	@Test
	@LongFormOnly
	void cancelsAtAnyInstantOnPostgres() throws Exception {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("canceled"))) {
			cancelAtAnyInstant(site);
		}
	}

	/** The calls of one take about as long as it waits for its cancel. */
	private void cancelAtAnyInstant(TestBed site) throws Exception {
		Replica replica = site.start();
		site.endpoint().latency(Duration.ofMillis(20));
		try (ExecutorService clients = Executors.newFixedThreadPool(10)) {
			List<Future<?>> canceled = new ArrayList<>();
			for (int number = 0; number < CANCELS; number++) {
				int wait = this.random.nextInt(250);
				canceled.add(clients.submit(() -> submitAndCancel(site, replica.service(), wait)));
			}
			for (Future<?> one : canceled) {
				one.get();
			}
		}
		site.check(replica, DEADLINE, ENDS);
	}

	/**
	 * The cancel is sent while the last call is answered, from a little before to a
	 * little after its end is recorded.
	 */
	@Test
	void cancelsJustWhenItCompletes() throws Exception {
		try (TestBed site = TestBed.onH2(this.directory); ExecutorService clients = Executors.newFixedThreadPool(4)) {
			Replica replica = site.start();
			site.endpoint().latency(Duration.ofMillis(5));
			List<Future<?>> canceled = new CopyOnWriteArrayList<>();
			Map<String, CompletableFuture<String>> ids = new ConcurrentHashMap<>();
			ResponseScript working = ModelReplies.working(ModelReplies.fan(TestBed.TASKS),
					ModelReplies.ids(TestBed.TASKS));
			site.endpoint().answer((request) -> {
				if (request.schemaName().equals("join")) {
					int wait = this.random.nextInt(15);
					canceled.add(clients.submit(() -> {
						LockSupport.parkNanos(Duration.ofMillis(wait).toNanos());
						return replica.service()
							.post("/v1/objectives/" + idOf(request, ids).get(10, TimeUnit.SECONDS) + "/cancel", "{}");
					}));
				}
				return working.answer(request);
			});
			for (int number = 0; number < CANCELS; number++) {
				String text = PromiseOracle.objective(1000 + number);
				CompletableFuture<String> submitted = new CompletableFuture<>();
				ids.put(text, submitted);
				String id = replica.service().submit(text);
				submitted.complete(id);
				site.oracle().accepted(id, text);
			}
			site.oracle().check(replica, DEADLINE, ENDS);
			for (Future<?> one : canceled) {
				one.get();
			}
			assertThat(canceled).hasSizeGreaterThanOrEqualTo(CANCELS);
			site.check(replica, DEADLINE, ENDS);
		}
	}

	/** The replica at work learns of it, and its call is cut. */
	@Test
	@LongFormOnly
	void cancelsAtAnotherReplica() throws InterruptedException {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("canceled_elsewhere"))) {
			site.endpoint().latency(Duration.ofMinutes(5));
			Replica working = site.start();
			Replica other = site.start();
			String id = site.submit(working.service());
			site.endpoint().ledger().awaitCalls(1);
			other.service().post("/v1/objectives/" + id + "/cancel", "{}");
			site.check(other, DEADLINE, CANCELED);
			assertThat(site.endpoint().ledger().calls()).singleElement().matches((call) -> call.clientLeft());
		}
	}

	@Test
	@LongFormOnly
	void keepsACancelThatWasAcknowledgedBeforeTheProcessDied() throws InterruptedException {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().latency(Duration.ofSeconds(3));
			Replica replica = site.start();
			String id = site.submit(replica.service());
			site.endpoint().ledger().awaitCalls(1);
			replica.service().post("/v1/objectives/" + id + "/cancel", "{}");
			replica.kill();
			replica.restart();
			site.check(replica, DEADLINE, CANCELED);
		}
	}

	private static CompletableFuture<String> idOf(FakeRequest request, Map<String, CompletableFuture<String>> ids) {
		return ids.entrySet()
			.stream()
			.filter((objective) -> request.user().contains(objective.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static void submitAndCancel(TestBed site, ServiceClient service, int wait) {
		String id = site.submit(service);
		LockSupport.parkNanos(Duration.ofMillis(wait).toNanos());
		service.post("/v1/objectives/" + id + "/cancel", "{}");
	}

}
