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
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fears: a replica that was stopped and comes back writes what it had in hand; an
 * order is overlooked; a commit that went unanswered is written twice.
 */
@SpineTest
class FenceTests {

	@Autowired
	private Recorder recorder;

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
		Holding stale = claim();
		Holding owner = claim();
		assertThat(this.recorder.record(advanced(stale))).isInstanceOf(Recording.Lost.class);
		assertThat(rows("task_run")).isZero();
		assertThat(this.recorder.record(advanced(owner))).isInstanceOf(Recording.Done.class);
		assertThat(rows("task_run")).isEqualTo(3);
	}

	@Test
	void letsOneOfTwoReplicasBegin() {
		Holding first = claim();
		Holding second = claim();
		assertThat(this.recorder.record(advanced(first))).isInstanceOf(Recording.Done.class);
		long entries = rows("journal_entry");
		assertThat(this.recorder.record(advanced(second))).isInstanceOf(Recording.Lost.class);
		assertThat(rows("journal_entry")).isEqualTo(entries);
	}

	@Test
	void takesAFirstRecordingThatIsRepeatedForTheOneItWas() {
		Holding holding = claim();
		assertThat(this.recorder.record(advanced(holding))).isInstanceOf(Recording.Done.class);
		long entries = rows("journal_entry");
		assertThat(this.recorder.record(advanced(holding))).isInstanceOf(Recording.Done.class);
		assertThat(rows("journal_entry")).isEqualTo(entries);
	}

	@Test
	void removesTheDispatchRowWithTheRecordingThatEndsAnObjective() {
		Instant never = this.clock.instant().plus(Duration.ofDays(1));
		this.transaction.executeWithoutResult((status) -> this.dispatch.schedule(this.id.id(), 5, never));
		begin();
		assertThat(dispatched()).isEqualTo(1);
		Draft last = advanced(claim());
		last.objective().cancel(this.clock.instant());
		assertThat(this.recorder.record(last)).isInstanceOf(Recording.Done.class);
		assertThat(dispatched()).isZero();
	}

	@Test
	void refusesADraftThatDoesNotKnowOfAnOrder() {
		Holding holding = claim();
		this.transaction.executeWithoutResult((status) -> this.objectives.order(this.id, "default", Order.Kind.CANCEL));
		Recording recording = this.recorder.record(advanced(holding));
		assertThat(recording).isInstanceOfSatisfying(Recording.Ordered.class, (ordered) -> {
			assertThat(ordered.orders()).extracting(Order::kind).containsExactly(Order.Kind.CANCEL);
			assertThat(this.recorder.record(advanced(holding.heeding(ordered.orders()))))
				.isInstanceOf(Recording.Done.class);
		});
		assertThat(rows("attempt")).isZero();
		assertThat(this.jdbc.sql("select state from objective where id = ?").param(this.id.id()).query().singleValue())
			.isEqualTo("CANCELED");
	}

	@Test
	void takesARecordingThatIsRepeatedForTheOneItWas() {
		begin();
		Holding holding = claim();
		Draft draft = advanced(holding);
		assertThat(this.recorder.record(draft)).isInstanceOf(Recording.Done.class);
		long entries = rows("journal_entry");
		assertThat(this.recorder.record(advanced(holding))).isInstanceOf(Recording.Done.class);
		assertThat(rows("plan")).isEqualTo(1);
		assertThat(rows("task_run")).isEqualTo(3);
		assertThat(rows("journal_entry")).isEqualTo(entries);
	}

	@Test
	void letsGoOfAnObjectiveWhoseDatabaseHasGoneBack() {
		begin();
		Holding ahead = claim();
		this.jdbc.sql("update objective set recording = recording - 1 where id = ?").param(this.id.id()).update();
		assertThat(this.recorder.record(advanced(ahead))).isInstanceOf(Recording.Lost.class);
		assertThat(rows("task_run")).isZero();
		assertThat(this.recorder.record(advanced(claim()))).isInstanceOf(Recording.Done.class);
	}

	@Test
	void letsNothingBeClaimedThatHasEnded() {
		this.jdbc.sql("update objective set state = 'COMPLETED' where id = ?").param(this.id.id()).update();
		assertThat(this.recorder.claim(this.id, this.clock.instant())).isEmpty();
	}

	/** Records that work on it has begun, and nothing else. */
	private void begin() {
		Draft draft = Draft.of(claim(), this.model, this.clock.instant());
		assertThat(this.recorder.record(draft)).isInstanceOf(Recording.Done.class);
	}

	private Holding claim() {
		return this.recorder.claim(this.id, this.clock.instant()).orElseThrow();
	}

	private Draft advanced(Holding holding) {
		Draft draft = Draft.of(holding, this.model, this.clock.instant());
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
