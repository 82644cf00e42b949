package dev.babyagi.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Configures two users of one table: a client on the main pool that writes rows inside
 * the caller's commit, and the scheduler that polls and leases on a small pool of its
 * own. Requests that exhaust the main pool therefore cannot cost a lease.
 */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

	static final String TASK = "objective";

	/**
	 * The wait for a connection. A row that cannot be updated stays picked until its
	 * lease expires, so the wait is long.
	 */
	private static final Duration CONNECTION_WAIT = Duration.ofSeconds(30);

	/**
	 * The name of a replica is the host, a dash and 8 characters; its column holds 50.
	 */
	private static final int LONGEST_HOST = 40;

	@Bean
	Task<Void> objectiveTask(ObjectProvider<WorkHandler> handler) {
		return DispatchTasks.of(TASK, (id) -> handler.getObject().handle(id));
	}

	/** All replicas compare leases by the same clock, that of the database. */
	@Bean
	com.github.kagkarlsson.scheduler.Clock dispatchClock(Clock clock) {
		return clock::instant;
	}

	@Bean
	DispatchClient dispatchClient(DataSource dataSource, Task<Void> objectiveTask) {
		return new DispatchClient(
				SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), objectiveTask)
					.serializer(new NoTaskData())
					.enablePriority()
					.build());
	}

	@Bean(defaultCandidate = false)
	@Qualifier("dispatch")
	HikariDataSource dispatchDataSource(JdbcConnectionDetails connection, DispatchSettings settings,
			Environment environment) {
		HikariDataSource pool = new HikariDataSource();
		Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
		pool.setPoolName("dispatch");
		pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
		pool.setJdbcUrl(connection.getJdbcUrl());
		pool.setUsername(connection.getUsername());
		pool.setPassword(connection.getPassword());
		pool.setMaximumPoolSize(settings.poolSize());
		return pool;
	}

	/**
	 * The name of this replica: unique for each process, so a restarted one has another.
	 */
	@Bean
	SchedulerName replica() {
		String host = new SchedulerName.Hostname().getName();
		return new SchedulerName.Fixed(host.substring(0, Math.min(host.length(), LONGEST_HOST)) + "-"
				+ UUID.randomUUID().toString().substring(0, 8));
	}

	@Bean
	DbSchedulerCustomizer dispatchCustomizer(@Qualifier("dispatch") DataSource pool, SchedulerName replica,
			JdbcCustomization locking) {
		return new DbSchedulerCustomizer() {

			@Override
			public Optional<SchedulerName> schedulerName() {
				return Optional.of(replica);
			}

			@Override
			public Optional<DataSource> dataSource() {
				return Optional.of(pool);
			}

			@Override
			public Optional<Serializer> serializer() {
				return Optional.of(new NoTaskData());
			}

			@Override
			public Optional<JdbcCustomization> jdbcCustomization() {
				return Optional.of(locking);
			}

			// Unbounded, because the library picks no more rows than max-objectives.
			@Override
			public Optional<ExecutorService> executorService() {
				return Optional.of(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("driver-", 0).factory()));
			}

		};
	}

	/**
	 * Locks rows by a query of their table alone and then updates them. By default the
	 * library joins the table with itself on PostgreSQL, and if the statistics say that
	 * the table is empty, the plan repeats that join for each row.
	 */
	@Bean
	JdbcCustomization lockAndFetch(JdbcConnectionDetails connection) {
		return (DatabaseDriver.fromJdbcUrl(connection.getJdbcUrl()) == DatabaseDriver.H2) ? new LockingH2()
				: new PostgreSqlJdbcCustomization(true, false);
	}

}
