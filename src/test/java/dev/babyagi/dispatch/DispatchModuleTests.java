package dev.babyagi.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module alone, with somebody who carries what was handed over.
 */
@OwnDatabase
@ApplicationModuleTest
class DispatchModuleTests {

	private static final BlockingQueue<UUID> CARRIED = new LinkedBlockingQueue<>();

	@Autowired
	private Dispatch dispatch;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

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

	@TestConfiguration(proxyBeanMethods = false)
	static class Carriers {

		@Bean
		Carrier carrier() {
			return (id) -> {
				CARRIED.add(id);
				return Handover.DONE;
			};
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
