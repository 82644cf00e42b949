package dev.babyagi.objective;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The criteria of a list, on objectives in memory.
 */
class ObjectiveFilterTests {

	private static final ObjectiveFilter ALL = new ObjectiveFilter(null, null, null, null, null, null);

	private static final Instant NOW = ObjectiveLives.NOW;

	@Test
	void showsWhatATenantHasWhenNothingElseIsAsked() {
		assertThat(shown(ALL, objective(1, NOW), objective(2, NOW))).containsExactly(1L, 2L);
	}

	@Test
	void neverShowsWhatAnotherTenantHas() {
		Objective other = Objective.submitted(new ObjectiveId(new UUID(0, 3)), "other",
				ObjectiveLives.submission(ObjectiveLives.LIMITS), NOW);
		assertThat(shown(ALL, other, objective(4, NOW))).containsExactly(4L);
	}

	@Test
	void showsThoseOfOneState() {
		Objective working = objective(1, NOW);
		working.begin(NOW);
		ObjectiveFilter filter = new ObjectiveFilter(ObjectiveState.WORKING, null, null, null, null, null);
		assertThat(shown(filter, working, objective(2, NOW))).containsExactly(1L);
	}

	@Test
	void showsThoseOfOnePhase() {
		Objective planning = objective(1, NOW);
		planning.begin(NOW);
		ObjectiveFilter filter = new ObjectiveFilter(null, ObjectivePhase.QUEUED, null, null, null, null);
		assertThat(shown(filter, planning, objective(2, NOW))).containsExactly(2L);
	}

	@Test
	void showsThoseOfOneContext() {
		ContextId elsewhere = new ContextId(new UUID(7, 7));
		Objective there = objective(1, elsewhere, NOW);
		ObjectiveFilter filter = new ObjectiveFilter(null, null, elsewhere, null, null, null);
		assertThat(shown(filter, there, objective(2, NOW))).containsExactly(1L);
	}

	@Test
	void leavesOutTheBoundsOfItsTime() {
		ObjectiveFilter filter = new ObjectiveFilter(null, null, null, NOW, NOW.plusSeconds(2), null);
		assertThat(shown(filter, objective(1, NOW), objective(2, NOW.plusSeconds(1)), objective(3, NOW.plusSeconds(2))))
			.containsExactly(2L);
	}

	@Test
	void goesOnAfterTheLastOfThePageBefore() {
		ObjectiveFilter filter = new ObjectiveFilter(null, null, null, null, null,
				new ObjectiveFilter.Position(NOW, new UUID(0, 5)));
		assertThat(shown(filter, objective(9, NOW.minusSeconds(1)), objective(4, NOW), objective(5, NOW),
				objective(6, NOW), objective(1, NOW.plusSeconds(1))))
			.containsExactly(9L, 4L);
	}

	@Test
	void asksAllItsCriteriaAtOnce() {
		ObjectiveFilter filter = new ObjectiveFilter(ObjectiveState.SUBMITTED, ObjectivePhase.QUEUED,
				ObjectiveLives.CONTEXT, NOW.minusSeconds(1), NOW.plusSeconds(1), null);
		Objective working = objective(1, NOW);
		working.begin(NOW);
		assertThat(shown(filter, working, objective(2, NOW), objective(3, new ContextId(new UUID(7, 7)), NOW),
				objective(4, NOW.minusSeconds(1))))
			.containsExactly(2L);
	}

	private static List<Long> shown(ObjectiveFilter filter, Objective... objectives) {
		return Stream.of(objectives)
			.filter(CriteriaInMemory.of(filter.of("acme")))
			.map((objective) -> objective.id().id().getLeastSignificantBits())
			.toList();
	}

	private static Objective objective(long id, Instant createdAt) {
		return objective(id, ObjectiveLives.CONTEXT, createdAt);
	}

	private static Objective objective(long id, ContextId context, Instant createdAt) {
		Submission submission = new Submission("Do it", context, null, "auto", ObjectiveLives.LIMITS, 1, 5, null,
				Map.of());
		return Objective.submitted(new ObjectiveId(new UUID(0, id)), "acme", submission, createdAt);
	}

}
