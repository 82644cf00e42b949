package dev.babyagi.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.drive.CommitResult;
import dev.babyagi.journey.drive.JourneyStore;
import dev.babyagi.journey.stage.ObjectiveJourney;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fears: a replica that was stopped and comes back writes what it had in hand; an
 * order is overlooked; a commit that went unanswered is written twice.
 */
@ServiceWithoutTimersTest
class FenceTests {

	@Autowired
	private JourneyStore store;

	@Autowired
	private Objectives objectives;

	@Autowired
	private Dispatch dispatch;

	@Autowired
	private ObjectiveJourney journey;

	@Autowired
	private LanguageModel model;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private ObjectiveId id;

	@BeforeEach
	void setUp() {
		this.id = Submissions.store(this.objectives, this.transaction, "(1 + 2) * (3 + 4)");
	}

	@Test
	void refusesAStaleReplicaAndWritesNothingOfIt() {
		begin();
		OwnedState stale = claim();
		OwnedState owner = claim();
		assertThat(this.store.record(advanced(stale))).isInstanceOf(CommitResult.Lost.class);
		assertThat(rows("task_run")).isZero();
		assertThat(this.store.record(advanced(owner))).isInstanceOf(CommitResult.Done.class);
		assertThat(rows("task_run")).isEqualTo(3);
	}

	@Test
	void letsOneOfTwoReplicasBegin() {
		OwnedState first = claim();
		OwnedState second = claim();
		assertThat(this.store.record(advanced(first))).isInstanceOf(CommitResult.Done.class);
		long entries = rows("journal_entry");
		assertThat(this.store.record(advanced(second))).isInstanceOf(CommitResult.Lost.class);
		assertThat(rows("journal_entry")).isEqualTo(entries);
	}

	@Test
	void takesAFirstRecordingThatIsRepeatedForTheOneItWas() {
		OwnedState owned = claim();
		assertThat(this.store.record(advanced(owned))).isInstanceOf(CommitResult.Done.class);
		long entries = rows("journal_entry");
		assertThat(this.store.record(advanced(owned))).isInstanceOf(CommitResult.Done.class);
		assertThat(rows("journal_entry")).isEqualTo(entries);
	}

	@Test
	void removesTheDispatchRowWithTheRecordingThatEndsAnObjective() {
		Instant never = this.clock.instant().plus(Duration.ofDays(1));
		this.transaction.executeWithoutResult((status) -> this.dispatch.schedule(this.id.id(), 5, never));
		begin();
		assertThat(dispatched()).isEqualTo(1);
		UnitOfWork last = advanced(claim());
		last.objective().cancel(this.clock.instant());
		assertThat(this.store.record(last)).isInstanceOf(CommitResult.Done.class);
		assertThat(dispatched()).isZero();
	}

	@Test
	void refusesADraftThatDoesNotKnowOfAnOrder() {
		OwnedState owned = claim();
		this.transaction.executeWithoutResult((status) -> this.objectives.order(this.id, "default", Order.Kind.CANCEL));
		CommitResult recording = this.store.record(advanced(owned));
		assertThat(recording).isInstanceOfSatisfying(CommitResult.Ordered.class, (ordered) -> {
			assertThat(ordered.orders()).extracting(Order::kind).containsExactly(Order.Kind.CANCEL);
			assertThat(this.store.record(advanced(owned.heeding(ordered.orders()))))
				.isInstanceOf(CommitResult.Done.class);
		});
		assertThat(rows("attempt")).isZero();
		assertThat(this.jdbc.sql("select state from objective where id = ?").param(this.id.id()).query().singleValue())
			.isEqualTo("CANCELED");
	}

	@Test
	void takesARecordingThatIsRepeatedForTheOneItWas() {
		begin();
		OwnedState owned = claim();
		UnitOfWork draft = advanced(owned);
		assertThat(this.store.record(draft)).isInstanceOf(CommitResult.Done.class);
		long entries = rows("journal_entry");
		assertThat(this.store.record(advanced(owned))).isInstanceOf(CommitResult.Done.class);
		assertThat(rows("plan")).isEqualTo(1);
		assertThat(rows("task_run")).isEqualTo(3);
		assertThat(rows("journal_entry")).isEqualTo(entries);
	}

	@Test
	void letsGoOfAnObjectiveWhoseDatabaseHasGoneBack() {
		begin();
		OwnedState ahead = claim();
		this.jdbc.sql("update objective set recording = recording - 1 where id = ?").param(this.id.id()).update();
		assertThat(this.store.record(advanced(ahead))).isInstanceOf(CommitResult.Lost.class);
		assertThat(rows("task_run")).isZero();
		assertThat(this.store.record(advanced(claim()))).isInstanceOf(CommitResult.Done.class);
	}

	@Test
	void letsNothingBeClaimedThatHasEnded() {
		this.jdbc.sql("update objective set state = 'COMPLETED' where id = ?").param(this.id.id()).update();
		assertThat(this.store.claim(this.id, this.clock.instant())).isEmpty();
	}

	/** Records that work on it has begun, and nothing else. */
	private void begin() {
		UnitOfWork draft = UnitOfWork.of(claim(), this.model, this.clock.instant());
		assertThat(this.store.record(draft)).isInstanceOf(CommitResult.Done.class);
	}

	private OwnedState claim() {
		return this.store.claim(this.id, this.clock.instant()).orElseThrow();
	}

	private UnitOfWork advanced(OwnedState owned) {
		UnitOfWork draft = UnitOfWork.of(owned, this.model, this.clock.instant());
		this.journey.advance(draft);
		return draft;
	}

	private long dispatched() {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(this.id.id().toString())
			.query(Long.class)
			.single();
	}

	private long rows(String table) {
		return this.jdbc.sql("select count(*) from " + table + " where objective_id = ?")
			.param(this.id.id())
			.query(Long.class)
			.single();
	}

}
