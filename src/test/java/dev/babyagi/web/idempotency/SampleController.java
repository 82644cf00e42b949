package dev.babyagi.web.idempotency;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.storage.SharedCommits;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Created;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.SafeToRepeat;

/**
 * Makes things, each a row of a table, so that what a rollback takes away is seen.
 */
@RestController
@TestComponent
public class SampleController {

	private final StoredIdempotencyKeys keys;

	private final StoredIdempotencyKeys otherReplica;

	private final JdbcTemplate jdbc;

	private volatile Runnable next = () -> {
	};

	private volatile Instant now = Instant.parse("2026-01-31T12:00:00Z");

	SampleController(RememberedRequests requests, SharedCommits commits, TransactionTemplate transaction,
			JsonMapper json, JdbcTemplate jdbc, CallerTenant tenant, AutowireCapableBeanFactory beans) {
		this.jdbc = jdbc;
		this.keys = new StoredIdempotencyKeys(requests, commits, transaction, json, tenant, clock());
		this.otherReplica = new StoredIdempotencyKeys(requests, beans.createBean(SharedCommits.class), transaction,
				json, tenant, clock());
		jdbc.execute("create table if not exists thing (id uuid primary key)");
	}

	@SafeToRepeat
	@PostMapping({ "/workshop", "/workshop/annex" })
	ResponseEntity<Receipt> create(@RequestBody Wish wish, HttpServletRequest request) {
		return this.keys.once(request, Receipt.class, this::make).response();
	}

	void failNext() {
		this.next = () -> {
			throw Problem.of(ProblemType.QUEUE_FULL, "No room");
		};
	}

	/** Runs in the transaction of the next creation. */
	void beforeNext(Runnable action) {
		this.next = action;
	}

	void holdNext(CountDownLatch started, CountDownLatch go) {
		this.next = () -> {
			started.countDown();
			await(go);
		};
	}

	/**
	 * Two replicas, which share no commits, get the same request at once; both look, both
	 * find nothing, both create: the database decides.
	 */
	List<Created<Receipt>> twoReplicas() {
		CyclicBarrier both = new CyclicBarrier(2);
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			return Stream.of(this.keys, this.otherReplica)
				.map((replica) -> CompletableFuture
					.supplyAsync(() -> replica.once(sameRequest(), Receipt.class, () -> meet(both)), executor))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
	}

	int made() {
		return count("thing");
	}

	int remembered() {
		return count("remembered_request");
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	void purge() {
		this.keys.forgetExpired();
	}

	void clear() {
		this.jdbc.execute("delete from thing");
		this.jdbc.execute("delete from remembered_request");
	}

	private Created<Receipt> meet(CyclicBarrier both) {
		try {
			both.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		return make();
	}

	private Created<Receipt> make() {
		Runnable before = this.next;
		this.next = () -> {
		};
		UUID id = UUID.randomUUID();
		this.jdbc.update("insert into thing (id) values (?)", id);
		before.run();
		return Created.accepted(URI.create("/workshop/" + id), new Receipt(id.toString(), "submitted", 500));
	}

	private int count(String table) {
		Integer rows = this.jdbc.queryForObject("select count(*) from " + table, Integer.class);
		return (rows != null) ? rows : 0;
	}

	private Clock clock() {
		return new Clock() {

			@Override
			public Instant instant() {
				return SampleController.this.now;
			}

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

		};
	}

	private static MockHttpServletRequest sameRequest() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/workshop");
		request.addHeader("Idempotency-Key", "shared");
		return request;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What is wanted.
	 */
	record Wish(String name, @Nullable Integer size) {

	}

	/**
	 * What is shown of what was made.
	 */
	record Receipt(String id, String state, int pollAfterMs) {

	}

}
