package dev.babyagi.journal;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.TaskStateChanged;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveSubmitted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The roof over the whole house: it hears and writes.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class JournalModuleTests {

	private final ObjectiveId one = new ObjectiveId(UUID.randomUUID());

	private final ObjectiveId other = new ObjectiveId(UUID.randomUUID());

	@Autowired
	private JournalReader journal;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void numbersTheEntriesOfEachObjectiveWithoutAGap() {
		publish(new ObjectiveSubmitted(this.one, "default"), new ObjectiveSubmitted(this.other, "default"),
				ready(this.one, "t1"), ready(this.one, "t2"));
		publish(ready(this.other, "t1"), ready(this.one, "t3"));
		assertThat(this.journal.after(this.one, 0, 10)).extracting(Journal.Entry::sequence)
			.containsExactly(1L, 2L, 3L, 4L);
		assertThat(this.journal.after(this.other, 0, 10)).extracting(Journal.Entry::type)
			.containsExactly("objective.state", "task.state");
	}

	/** It may belong to a transaction that has not committed yet. */
	@Test
	void readsNothingBehindAMissingPositionUntilItIsSettled() {
		ObjectiveId id = new ObjectiveId(UUID.randomUUID());
		publish(new ObjectiveSubmitted(id, "default"));
		this.jdbc.sql("update journal_entry set created_at = created_at - interval '11' second").update();
		long before = this.journal.lastPosition();
		publish(ready(id, "t0"), ready(id, "t1"), ready(id, "t2"));
		assertThat(positions(before)).containsExactly(before + 1, before + 2, before + 3);
		assertThat(this.journal.lastPosition()).isEqualTo(before + 3);
		this.jdbc.sql("delete from journal_entry where position = ?").param(before + 2).update();
		assertThat(positions(before)).containsExactly(before + 1);
		assertThat(this.journal.lastPosition()).isEqualTo(before + 1);
		this.jdbc.sql("update journal_entry set created_at = created_at - interval '11' second where position = ?")
			.param(before + 3)
			.update();
		assertThat(positions(before)).containsExactly(before + 1, before + 3);
		assertThat(this.journal.lastPosition()).isEqualTo(before + 3);
	}

	private List<Long> positions(long after) {
		return this.journal.after(after, 10).stream().map(JournalRecord::position).toList();
	}

	@Test
	void writesNothingOfATransactionThatFailed() {
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new ObjectiveSubmitted(this.one, "default"));
			status.setRollbackOnly();
		});
		assertThat(this.journal.after(this.one, 0, 10)).isEmpty();
	}

	@Test
	void erasesTheEntriesOfAnObjectiveWithIt() {
		publish(new ObjectiveSubmitted(this.one, "default"));
		publish(new ObjectiveErased(this.one, "default", ObjectiveErased.Cause.CLIENT));
		assertThat(this.journal.after(this.one, 0, 10)).isEmpty();
	}

	private TaskStateChanged ready(ObjectiveId id, String task) {
		return new TaskStateChanged(id, "default", task, TaskState.READY, 0);
	}

	private void publish(Object... news) {
		this.transaction.executeWithoutResult((status) -> {
			for (Object item : news) {
				this.events.publishEvent(item);
			}
		});
	}

}
