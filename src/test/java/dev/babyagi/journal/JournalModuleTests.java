package dev.babyagi.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.TaskStateChanged;
import dev.babyagi.journal.live.EventSink;
import dev.babyagi.journal.live.EventStreams;
import dev.babyagi.journal.live.StreamsStopped;
import dev.babyagi.journal.live.TooManyStreams;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveSubmitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The roof over the whole house: it hears and writes.
 */
@OwnDatabase
@WithoutDispatch
@TestPropertySource(properties = { "babyagi.events.max-listeners=2", "babyagi.events.heartbeat=1s" })
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class JournalModuleTests {

	private final ObjectiveId one = new ObjectiveId(UUID.randomUUID());

	private final ObjectiveId other = new ObjectiveId(UUID.randomUUID());

	@Autowired
	private JournalReader journal;

	@Autowired
	private EventStreams streams;

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
		long before = settle();
		publish(ready(id, "t0"), ready(id, "t1"), ready(id, "t2"));
		assertThat(positions(before)).containsExactly(before + 1, before + 2, before + 3);
		lose(before + 2);
		assertThat(positions(before)).containsExactly(before + 1);
		assertThat(this.journal.lastPosition()).isEqualTo(before + 1);
		settle();
		assertThat(positions(before)).containsExactly(before + 1, before + 3);
		assertThat(this.journal.lastPosition()).isEqualTo(before + 3);
	}

	@Test
	void findsAMissingPositionFarBack() {
		ObjectiveId id = new ObjectiveId(UUID.randomUUID());
		publish(new ObjectiveSubmitted(id, "default"));
		long before = settle();
		publish(IntStream.range(0, 6500).mapToObj((number) -> ready(id, "t" + number)).toArray());
		lose(before + 2);
		assertThat(this.journal.lastPosition()).isEqualTo(before + 1);
		settle();
		assertThat(this.journal.lastPosition()).isEqualTo(before + 6500);
	}

	/** Lets everything so far be old, and returns its last position. */
	private long settle() {
		this.jdbc.sql("update journal_entry set created_at = created_at - interval '21' second").update();
		return this.journal.lastPosition();
	}

	private void lose(long position) {
		this.jdbc.sql("delete from journal_entry where position = ?").param(position).update();
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

	@Test
	void tellsWhichObjectivesWereErased() {
		ObjectiveId kept = new ObjectiveId(UUID.randomUUID());
		ObjectiveId erased = new ObjectiveId(UUID.randomUUID());
		publish(new ObjectiveSubmitted(kept, "default"), new ObjectiveSubmitted(erased, "default"));
		publish(new ObjectiveErased(erased, "default", ObjectiveErased.Cause.CLIENT));
		assertThat(this.journal.erased(Set.of(kept, erased))).containsExactly(erased);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(longs = { 0, 5 })
	@Timeout(60)
	void endsTheStreamOfAnErasedObjective(@Nullable Long after) {
		Client client = new Client();
		this.streams.follow(new ObjectiveId(UUID.randomUUID()), after, client);
		await().until(() -> client.closed);
		assertThat(client.text).doesNotContain("event:");
	}

	@Test
	@Timeout(60)
	void showsThatAStreamIsAlive() {
		Client client = new Client();
		this.streams.followAll("default", ObjectiveFilter.ALL, null, client);
		await().until(() -> client.text.contains("\n:\n\n"));
		this.streams.stop();
		await().until(() -> client.closed);
		this.streams.start();
	}

	@Test
	void refusesStreamsAboveTheMostAndWhileItStops() {
		List<Client> clients = List.of(new Client(), new Client());
		clients.forEach((client) -> {
			this.streams.admit();
			this.streams.followAll("default", ObjectiveFilter.ALL, null, client);
		});
		assertThatExceptionOfType(TooManyStreams.class).isThrownBy(this.streams::admit)
			.withMessageContaining("2 clients");
		this.streams.stop();
		assertThatExceptionOfType(StreamsStopped.class).isThrownBy(this.streams::admit);
		await().until(() -> clients.stream().allMatch((client) -> client.closed));
		Client late = new Client();
		this.streams.followAll("default", ObjectiveFilter.ALL, null, late);
		await().until(() -> late.closed);
		this.streams.start();
		this.streams.admit();
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

	private static final class Client implements EventSink {

		private volatile String text = "";

		private volatile boolean closed;

		@Override
		public void send(byte[] bytes) {
			this.text = String.join("", this.text, new String(bytes, StandardCharsets.UTF_8));
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
