package dev.babyagi.faults;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;

/**
 * Replicas, their database and their endpoint, and what was accepted there.
 */
final class TestBed implements AutoCloseable {

	static final int TASKS = 8;

	/** Four of the heartbeats that are set here. */
	static final Duration LEASE = Duration.ofSeconds(2);

	private final FakeEndpoint endpoint = FakeEndpoint
		.start(ModelReplies.working(ModelReplies.fan(TASKS), ModelReplies.ids(TASKS)));

	private final List<Replica> replicas = new CopyOnWriteArrayList<>();

	private final AtomicInteger numbers = new AtomicInteger();

	private final Path directory;

	private final List<String> settings;

	private final AttemptLedger books;

	private final PromiseOracle oracle = new PromiseOracle(this.endpoint.ledger());

	private TestBed(Path directory, AttemptLedger books, String... settings) {
		this.directory = directory;
		this.books = books;
		this.settings = List.of(settings);
	}

	/** On an H2 file in the directory. */
	static TestBed onH2(Path directory) {
		Path file = directory.resolve("babyagi");
		return new TestBed(directory, new AttemptLedger(h2("async:", file), "sa"),
				"--spring.datasource.url=" + h2("patient:async:", file));
	}

	private static String h2(String system, Path file) {
		return "jdbc:h2:" + system + file + ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE";
	}

	/**
	 * On a PostgreSQL, with leases that are over in seconds.
	 * @param url of an empty database
	 */
	static TestBed onPostgres(Path directory, String url) {
		return new TestBed(directory, new AttemptLedger(url, "postgres"), "--spring.profiles.active=postgres",
				"--spring.datasource.url=" + url, "--spring.datasource.username=postgres",
				"--babyagi.dispatch.lease=" + LEASE.toSeconds() + "s");
	}

	FakeEndpoint endpoint() {
		return this.endpoint;
	}

	/** One more replica, ready. */
	Replica start(String... more) {
		return launch(more).awaitReady();
	}

	/** One more replica, on its way up. */
	Replica launch(String... more) {
		return launch(List.of(), more);
	}

	Replica launch(List<String> options, String... more) {
		List<String> all = new ArrayList<>(this.settings);
		all.removeIf((setting) -> Arrays.stream(more).anyMatch((other) -> name(other).equals(name(setting))));
		all.add("--babyagi.language.base-url=" + this.endpoint.baseUrl());
		all.add("--babyagi.language.model=fake-1");
		all.addAll(Arrays.asList(more));
		Replica replica = Replica.launch(this.directory, "replica-" + this.replicas.size(), options, all);
		this.replicas.add(replica);
		return replica;
	}

	private static String name(String setting) {
		return setting.substring(0, setting.indexOf('='));
	}

	/** Posts an objective that the endpoint can tell from every other. */
	String submit(ServiceClient service) {
		String objective = PromiseOracle.objective(this.numbers.incrementAndGet());
		String id = service.submit(objective);
		this.oracle.accepted(id, objective);
		return id;
	}

	/**
	 * Posts an objective until it is accepted, as a client does that is told to come
	 * again; its key makes that safe.
	 */
	String submitPatiently(ServiceClient service) {
		return submitPatiently(service, this.numbers.incrementAndGet());
	}

	private String submitPatiently(ServiceClient service, int number) {
		String objective = PromiseOracle.objective(number);
		String id = service.submitPatiently(objective, key(number));
		this.oracle.accepted(id, objective);
		return id;
	}

	/** Posts an objective once, and again and again later if it is refused now. */
	Offer offer(ServiceClient service) {
		int number = this.numbers.incrementAndGet();
		HttpResponse<String> answer = service.offer(PromiseOracle.objective(number), key(number));
		return new Offer(answer, () -> submitPatiently(service, number));
	}

	private static String key(int number) {
		return "key-" + number;
	}

	PromiseOracle oracle() {
		return this.oracle;
	}

	/**
	 * What must hold, whatever happened; at the end of a case, for it ends all replicas.
	 */
	void check(Replica replica, Duration deadline) {
		check(replica, deadline, Set.of("completed"));
	}

	void check(Replica replica, Duration deadline, Set<String> ends) {
		this.oracle.check(replica, deadline, ends);
		this.replicas.forEach(Replica::close);
		this.oracle.check(this.books);
	}

	/**
	 * An objective that was posted once.
	 *
	 * @param answer to it
	 * @param again posts the same until it is accepted
	 */
	record Offer(HttpResponse<String> answer, Runnable again) {

	}

	@Override
	public void close() {
		this.replicas.forEach(Replica::close);
		this.endpoint.close();
	}

}
