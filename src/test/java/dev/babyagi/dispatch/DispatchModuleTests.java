package dev.babyagi.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module alone, with somebody who carries what was handed over.
 */
@OwnDatabase
@ApplicationModuleTest
@TestPropertySource(properties = "babyagi.dispatch.max-objectives=8")
class DispatchModuleTests {

	static final BlockingQueue<UUID> CARRIED = new LinkedBlockingQueue<>();

	/** What is handed over is carried until it opens. */
	private static volatile CountDownLatch carrying = new CountDownLatch(0);

	/** What was done in the background: kind and id. */
	private static final BlockingQueue<String> DONE = new LinkedBlockingQueue<>();

	/** Background work is done until it opens. */
	private static volatile CountDownLatch doing = new CountDownLatch(0);

	@Autowired
	Dispatch dispatch;

	@Autowired
	private BackgroundWork background;

	@Autowired
	private BackgroundScheduler backgroundScheduler;

	@Autowired
	private Leases leases;

	@Autowired
	private Scheduler scheduler;

	@Autowired
	@Qualifier("dispatch")
	HikariDataSource pool;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void handsOverWhatWasScheduledOnceItIsCommitted() throws InterruptedException {
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.dispatch.schedule(id, 5, this.clock.instant());
			assertThat(CARRIED).isEmpty();
		});
		assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
	}

	@Test
	void makesWorkDueAtOnceAndBeforeAllThatWaits() throws InterruptedException {
		Instant later = this.clock.instant().plus(Duration.ofHours(1));
		List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3).toList();
		this.transaction.executeWithoutResult((status) -> {
			this.dispatch.schedule(ids.get(0), 1, this.clock.instant());
			this.dispatch.schedule(ids.get(1), 9, this.clock.instant());
			this.dispatch.schedule(ids.get(2), 1, later);
			this.dispatch.makeUrgent(ids.get(2), this.clock.instant());
			assertThat(this.jdbc
				.sql("select task_instance from scheduled_tasks where task_instance in (:ids) order by priority desc")
				.param("ids", ids.stream().map(UUID::toString).toList())
				.query(String.class)
				.list()).containsExactly(ids.get(2).toString(), ids.get(1).toString(), ids.get(0).toString());
		});
		List<UUID> carried = new ArrayList<>();
		for (int count = 0; count < ids.size(); count++) {
			carried.add(CARRIED.poll(10, TimeUnit.SECONDS));
		}
		assertThat(carried).containsExactlyInAnyOrderElementsOf(ids);
	}

	@Test
	void letsNothingWaitForEverBehindWhatIsMoreUrgent() {
		UUID early = UUID.randomUUID();
		UUID urgent = UUID.randomUUID();
		UUID late = UUID.randomUUID();
		Instant start = this.clock.instant().plus(Duration.ofDays(1));
		this.transaction.executeWithoutResult((status) -> {
			this.dispatch.schedule(late, 9, start.plus(Duration.ofMinutes(10)));
			this.dispatch.schedule(early, 0, start);
			this.dispatch.schedule(urgent, 9, start.plus(Duration.ofMinutes(8)));
			assertThat(this.jdbc
				.sql("select task_instance from scheduled_tasks where task_instance in (:ids) order by priority desc")
				.param("ids", List.of(early.toString(), urgent.toString(), late.toString()))
				.query(String.class)
				.list()).containsExactly(urgent.toString(), early.toString(), late.toString());
			status.setRollbackOnly();
		});
	}

	@Test
	void losesNoneOfManyThatComeWhileAllPlacesAreTaken() throws InterruptedException {
		Set<UUID> ids = Stream.generate(UUID::randomUUID).limit(2000).collect(Collectors.toSet());
		for (UUID id : ids) {
			this.transaction.executeWithoutResult((status) -> this.dispatch.schedule(id, 5, this.clock.instant()));
		}
		Set<UUID> carried = new HashSet<>();
		UUID next;
		while (carried.size() < ids.size() && (next = CARRIED.poll(10, TimeUnit.SECONDS)) != null) {
			carried.add(next);
		}
		assertThat(carried).isEqualTo(ids);
	}

	@Test
	void forgetsWhatWasScheduledInATransactionThatFailed() throws InterruptedException {
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.dispatch.schedule(id, 5, this.clock.instant());
			status.setRollbackOnly();
		});
		this.dispatch.wake();
		assertThat(CARRIED.poll(1500, TimeUnit.MILLISECONDS)).isNull();
	}

	@Test
	void neverReadsAnObjectThatSomebodyPlantedInARow() throws InterruptedException, IOException {
		UUID id = UUID.randomUUID();
		ByteArrayOutputStream planted = new ByteArrayOutputStream();
		new ObjectOutputStream(planted).writeObject(new Gadget());
		this.jdbc
			.sql("insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
					+ " values ('objective', ?, ?, ?, false, 1)")
			.params(id.toString(), planted.toByteArray(), Timestamp.from(this.clock.instant()))
			.update();
		this.dispatch.wake();
		assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
		assertThat(Gadget.sprung).isFalse();
	}

	@Test
	void keepsTheLeasesOfWhatItCarriesAndOfNothingElse() throws InterruptedException {
		List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3).toList();
		UUID taken = ids.getFirst();
		carrying = new CountDownLatch(1);
		for (UUID id : ids) {
			this.transaction.executeWithoutResult((status) -> this.dispatch.schedule(id, 5, this.clock.instant()));
		}
		for (UUID _ : ids) {
			assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isNotNull();
		}
		Instant silent = this.clock.instant().minus(Duration.ofSeconds(5));
		this.jdbc.sql("update scheduled_tasks set picked_by = 'other' where task_instance = ?")
			.param(taken.toString())
			.update();
		this.jdbc.sql("update scheduled_tasks set last_heartbeat = ?").param(Timestamp.from(silent)).update();
		this.leases.keep();
		assertThat(ids).allSatisfy((id) -> assertThat(heartbeat(id).isAfter(silent)).isEqualTo(!id.equals(taken)));
		carrying.countDown();
	}

	@Test
	void takesWhatASilentReplicaHeldAndLeavesWhatIsAlive() throws InterruptedException {
		UUID silent = UUID.randomUUID();
		UUID alive = UUID.randomUUID();
		picked(silent, Duration.ofSeconds(11));
		picked(alive, Duration.ofSeconds(5));
		this.leases.release();
		assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isEqualTo(silent);
		assertThat(pickedBy(alive)).isEqualTo("other");
		this.jdbc.sql("delete from scheduled_tasks where task_instance = ?").param(alive.toString()).update();
	}

	/** Nobody could renew while the database was away. */
	@Test
	void releasesNothingForALeaseAfterTheDatabaseWasAway() throws InterruptedException {
		releaseNothingForALeaseAfter((database) -> database.away = true, (database) -> database.away = false);
	}

	/** A renewal that had to wait for the database is as good as one that failed. */
	@Test
	void releasesNothingForALeaseAfterTheDatabaseHung() throws InterruptedException {
		releaseNothingForALeaseAfter((database) -> database.delay = Duration.ofMillis(700),
				(database) -> database.delay = Duration.ZERO);
	}

	private void releaseNothingForALeaseAfter(Consumer<AwayDataSource> fault, Consumer<AwayDataSource> end)
			throws InterruptedException {
		UUID silent = UUID.randomUUID();
		AwayDataSource database = new AwayDataSource(this.pool);
		Leases later = new Leases(this.scheduler, this.backgroundScheduler, database, new SchedulerName.Fixed("later"),
				this.clock, new DispatchSettings(1, 1, 1, Duration.ofSeconds(2)));
		this.leases.stop();
		try {
			picked(silent, Duration.ofSeconds(11));
			later.beat();
			fault.accept(database);
			later.beat();
			end.accept(database);
			for (int beats = 0; beats < 3; beats++) {
				later.beat();
			}
			assertThat(pickedBy(silent)).isEqualTo("other");
			later.beat();
			assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isEqualTo(silent);
		}
		finally {
			this.leases.start();
		}
	}

	private String pickedBy(UUID id) {
		return this.jdbc.sql("select picked_by from scheduled_tasks where task_instance = ?")
			.param(id.toString())
			.query(String.class)
			.single();
	}

	private void picked(UUID id, Duration ago) {
		this.jdbc
			.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
					+ " last_heartbeat, version) values ('objective', ?, ?, true, 'other', ?, 1)")
			.params(id.toString(), Timestamp.from(this.clock.instant()),
					Timestamp.from(this.clock.instant().minus(ago)))
			.update();
	}

	private Instant heartbeat(UUID id) {
		return this.jdbc.sql("select last_heartbeat from scheduled_tasks where task_instance = ?")
			.param(id.toString())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	@Test
	void handsWorkOfEachKindToItsHandler() throws InterruptedException {
		UUID id = UUID.randomUUID();
		Instant later = this.clock.instant().plus(Duration.ofHours(1));
		this.transaction.executeWithoutResult((status) -> {
			this.background.schedule("first", id, 5, this.clock.instant());
			this.background.schedule("second", id, 9, later);
			assertThat(DONE).isEmpty();
		});
		assertThat(DONE.poll(10, TimeUnit.SECONDS)).isEqualTo("first " + id);
		assertThat(DONE.poll(1500, TimeUnit.MILLISECONDS)).as("work of another kind is not due").isNull();
		assertThat(kindsOf(id)).containsExactly("second");
		this.transaction.executeWithoutResult((status) -> this.background.end("second", id));
		assertThat(kindsOf(id)).isEmpty();
	}

	@Test
	void doesFewPiecesOfBackgroundWorkAtOnceAndObjectivesBesides() throws InterruptedException {
		CountDownLatch hold = new CountDownLatch(1);
		doing = hold;
		for (int count = 0; count < 9; count++) {
			UUID id = UUID.randomUUID();
			this.transaction
				.executeWithoutResult((status) -> this.background.schedule("first", id, 9, this.clock.instant()));
		}
		for (int count = 0; count < 3; count++) {
			assertThat(DONE.poll(10, TimeUnit.SECONDS)).isNotNull();
		}
		assertThat(DONE.poll(1, TimeUnit.SECONDS)).as("three at once").isNull();
		List<UUID> objectives = Stream.generate(UUID::randomUUID).limit(8).toList();
		this.transaction.executeWithoutResult(
				(status) -> objectives.forEach((id) -> this.dispatch.schedule(id, 0, this.clock.instant())));
		for (UUID _ : objectives) {
			assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isNotNull();
		}
		hold.countDown();
		for (int count = 3; count < 9; count++) {
			assertThat(DONE.poll(10, TimeUnit.SECONDS)).isNotNull();
		}
	}

	@Test
	void keepsAndTakesTheLeasesOfBackgroundWork() throws InterruptedException {
		CountDownLatch hold = new CountDownLatch(1);
		doing = hold;
		UUID mine = UUID.randomUUID();
		this.transaction
			.executeWithoutResult((status) -> this.background.schedule("first", mine, 5, this.clock.instant()));
		assertThat(DONE.poll(10, TimeUnit.SECONDS)).isEqualTo("first " + mine);
		Instant silent = this.clock.instant().minus(Duration.ofSeconds(5));
		this.jdbc.sql("update background_work set last_heartbeat = ?").param(Timestamp.from(silent)).update();
		this.leases.keep();
		assertThat(this.jdbc.sql("select last_heartbeat from background_work where task_instance = ?")
			.param(mine.toString())
			.query(Timestamp.class)
			.single()
			.toInstant()).isAfter(silent);
		hold.countDown();
		UUID theirs = UUID.randomUUID();
		this.jdbc
			.sql("insert into background_work (task_name, task_instance, execution_time, picked, picked_by,"
					+ " last_heartbeat, version) values ('second', ?, ?, true, 'other', ?, 1)")
			.params(theirs.toString(), Timestamp.from(silent), Timestamp.from(silent.minusSeconds(6)))
			.update();
		this.leases.release();
		assertThat(DONE.poll(10, TimeUnit.SECONDS)).isEqualTo("second " + theirs);
	}

	private List<@Nullable String> kindsOf(UUID id) {
		return this.jdbc.sql("select task_name from background_work where task_instance = ?")
			.param(id.toString())
			.query(String.class)
			.list();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Carriers {

		@Bean
		BackgroundHandler first() {
			return new Noting("first");
		}

		@Bean
		BackgroundHandler second() {
			return new Noting("second");
		}

		@Bean
		WorkHandler carrier() {
			return (id) -> {
				CARRIED.add(id);
				await(carrying);
				return WorkResult.DONE;
			};
		}

	}

	/** Does work until it may end. */
	private record Noting(String kind) implements BackgroundHandler {

		@Override
		public WorkResult handle(UUID id) {
			DONE.add(this.kind + " " + id);
			await(doing);
			return WorkResult.DONE;
		}

		@Override
		public void cut() {
			doing.countDown();
		}

	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A database that is away at times. */
	private static final class AwayDataSource extends DelegatingDataSource {

		private volatile boolean away;

		private volatile Duration delay = Duration.ZERO;

		private AwayDataSource(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (this.away) {
				throw new SQLTransientConnectionException("It is away");
			}
			LockSupport.parkNanos(this.delay.toNanos());
			return super.getConnection();
		}

	}

	/** Does harm when it is read. */
	private static final class Gadget implements Serializable {

		@Serial
		private static final long serialVersionUID = 1;

		private static volatile boolean sprung;

		@Serial
		private void readObject(ObjectInputStream stream) {
			sprung = true;
		}

	}

}
