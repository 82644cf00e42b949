package dev.babyagi.journey;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.journey.drive.CommitResult;
import dev.babyagi.journey.drive.JourneyStore;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a process dies with calls under way, and what they may have cost is lost, or
 * an objective that kills its process is tried for ever.
 */
@ServiceWithoutTimersTest
class CrashAfterClaimTests {

	private static final ModelUsage WORST_CASE = new ModelUsage(1, 1000, 500, new BigDecimal("0.2500000000"));

	@Autowired
	private JourneyStore store;

	@Autowired
	private Objectives objectives;

	@Autowired
	private LanguageModel model;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void booksAnAttemptThatWasLeftOpenAtItsReservation() {
		ObjectiveId id = Submissions.store(this.objectives, this.transaction, "Say what weighs more and why");
		leaveOpen(id);
		OwnedState next = claim(id);
		assertThat(next.execution().openAttempts()).isEmpty();
		assertThat(next.execution().attempts()).extracting(Attempt::outcome).containsExactly(AttemptOutcome.UNCERTAIN);
		assertThat(next.execution().used()).isEqualTo(WORST_CASE);
		assertThat(next.meter().spent()).isEqualTo(WORST_CASE);
	}

	@Test
	void givesUpAConversationThatDiedThreeTimes() {
		ObjectiveId id = Submissions.store(this.objectives, this.transaction, "Say what weighs less and why");
		for (int death = 0; death < 3; death++) {
			leaveOpen(id);
		}
		List<Attempt> attempts = claim(id).execution().attempts(ModelRole.PLANNER, 1);
		assertThat(attempts).hasSize(3);
		assertThat(ConversationState.of(attempts, this.clock.instant())).isInstanceOf(ConversationState.Ended.class);
	}

	@Test
	void closesWhatWasLeftOpenThoughTakeOversShareACommit() throws InterruptedException {
		List<ObjectiveId> ids = Stream.generate(() -> Submissions.store(this.objectives, this.transaction, "Say why"))
			.limit(12)
			.toList();
		ids.forEach(this::leaveOpen);
		List<Thread> claims = ids.stream().map((id) -> Thread.ofVirtual().start(() -> claim(id))).toList();
		for (Thread claim : claims) {
			claim.join();
		}
		for (ObjectiveId id : ids) {
			assertThat(this.jdbc.sql("select outcome from attempt where objective_id = ?")
				.param(id.id())
				.query(String.class)
				.list()).containsExactly("UNCERTAIN");
		}
	}

	private void leaveOpen(ObjectiveId id) {
		UnitOfWork draft = UnitOfWork.of(claim(id), this.model, this.clock.instant());
		draft.execution().open(ModelRole.PLANNER, null, 1, 1, WORST_CASE, this.clock.instant());
		assertThat(this.store.record(draft)).isInstanceOf(CommitResult.Done.class);
	}

	private OwnedState claim(ObjectiveId id) {
		return this.store.claim(id, this.clock.instant()).orElseThrow();
	}

}
