package dev.babyagi.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Objective;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is searched for an objective and for a task.
 */
class RecallTests {

	private final Objective objective = JourneyObjectives.auto("How tall is it?");

	@Test
	void recallsNothingWhereNothingIsRemembered() {
		assertThat(RememberedHits.nothing().forObjective(this.objective, List.of(), Set.of()))
			.isSameAs(Recollection.NONE);
	}

	@Test
	void neverFailsBecauseASearchFails() {
		Recall recall = new Recall(new BrokenSearch(), (hits) -> hits, (event) -> {
		});
		assertThat(recall.forObjective(this.objective, List.of(), Set.of()).forExecutors()).isEmpty();
		assertThat(recall.forTask("default", null, "cue")).isEmpty();
	}

	@Test
	void tellsWhatCameIntoAPrompt() {
		MemoryHit hit = RecollectionTests.hit("The tower is 324 m tall.", MemoryTrust.USER);
		List<Object> events = new ArrayList<>();
		Recall recall = new Recall(new RememberedHits(List.of(hit)), (hits) -> hits, events::add);
		recall.forObjective(this.objective, List.of(), Set.of()).forExecutors();
		recall.forTask("default", null, "tower");
		assertThat(events).containsExactly(new MemoriesRecalled(List.of(hit.id())),
				new MemoriesRecalled(List.of(hit.id())));
	}

	@Test
	void recallsNothingThatTheIndexHasNotHeardOf() {
		MemoryHit superseded = RecollectionTests.hit("The tower is 300 m tall.", MemoryTrust.USER);
		MemoryHit hit = RecollectionTests.hit("The tower is 324 m tall.", MemoryTrust.USER);
		Recall recall = new Recall(new RememberedHits(List.of(superseded, hit)), (hits) -> List.of(hit), (event) -> {
		});
		assertThat(recall.forTask("default", null, "tower")).containsExactly(hit);
	}

	/** A search whose index is broken. */
	private static final class BrokenSearch implements MemorySearch {

		@Override
		public List<MemoryHit> search(MemoryQuery query) {
			throw new IllegalStateException("The index is broken");
		}

		@Override
		public boolean hasAny(String tenant) {
			return true;
		}

		@Override
		public void catchUp() {
		}

		@Override
		public IndexStatus status() {
			return new IndexStatus(IndexStatus.State.CATCHING_UP, 0, 0, "none", null, "IllegalStateException");
		}

	}

}
