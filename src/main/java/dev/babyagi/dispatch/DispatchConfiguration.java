package dev.babyagi.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
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
 * Two handles on one table: a client on the main pool that writes rows inside the
 * caller's commit, and the scheduler that polls, leases and beats on a small pool of its
 * own, so that readers who exhaust the main pool cannot cost a lease.
 */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

	static final String TASK = "objective";

	@Bean
	Task<Void> objectiveTask(ObjectProvider<Carrier> carrier) {
		return Tasks.custom(TASK, Void.class)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
			.onDeadExecutionRevive()
			.execute((instance, context) -> completion(carrier.getObject().carry(UUID.fromString(instance.getId()))));
	}

	private static CompletionHandler<Void> completion(Handover handover) {
		return switch (handover) {
			case Handover.Done done -> (complete, operations) -> operations.remove();
			case Handover.Ended ended -> (complete, operations) -> {
			};
			case Handover.Again again -> (complete, operations) -> operations.reschedule(complete, again.at());
		};
	}

	@Bean
	DispatchClient dispatchClient(DataSource dataSource, Task<Void> objectiveTask) {
		return new DispatchClient(
				SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), objectiveTask)
					.serializer(new NoData())
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
		pool.setJdbcUrl(connection.getJdbcUrl());
		pool.setUsername(connection.getUsername());
		pool.setPassword(connection.getPassword());
		pool.setMaximumPoolSize(settings.poolSize());
		return pool;
	}

	@Bean
	DbSchedulerCustomizer dispatchCustomizer(@Qualifier("dispatch") DataSource pool, JdbcConnectionDetails connection,
			DispatchSettings settings) {
		return new DbSchedulerCustomizer() {

			@Override
			public Optional<DataSource> dataSource() {
				return Optional.of(pool);
			}

			@Override
			public Optional<Serializer> serializer() {
				return Optional.of(new NoData());
			}

			@Override
			public Optional<JdbcCustomization> jdbcCustomization() {
				return (DatabaseDriver.fromJdbcUrl(connection.getJdbcUrl()) == DatabaseDriver.H2)
						? Optional.of(new LockingH2()) : Optional.empty();
			}

			@Override
			public Optional<ExecutorService> executorService() {
				return Optional.of(carriers(settings.maxObjectives()));
			}

		};
	}

	/**
	 * A virtual thread for each objective at work and no queue: a candidate beyond the
	 * maximum is discarded here and stays due in the table, where no clock of it runs.
	 */
	private static ExecutorService carriers(int maximum) {
		return new ThreadPoolExecutor(0, maximum, 60, TimeUnit.SECONDS, new SynchronousQueue<>(),
				Thread.ofVirtual().name("driver-", 0).factory(), new ThreadPoolExecutor.DiscardPolicy());
	}

	/**
	 * Rows carry no data, and data that somebody else planted in them is never read: no
	 * Java object is ever deserialized here.
	 */
	private static final class NoData implements Serializer {

		@Override
		public byte @Nullable [] serialize(@Nullable Object data) {
			if (data != null) {
				throw new IllegalArgumentException("A dispatch row carries no data");
			}
			return null;
		}

		@Override
		public <T> @Nullable T deserialize(Class<T> type, byte[] data) {
			return null;
		}

	}

}
