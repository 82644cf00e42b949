package dev.babyagi.objective;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.babyagi.EveryField;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A copy that misses a column writes its default over the row.
 */
class CopiedObjectiveTests {

	/** What a copy begins anew, on purpose. */
	private static final Set<String> BEGUN_ANEW = Set.of("metadata", "dueAt", "fresh", "begun", "news");

	/** Collections that nobody can change: a copy may share them. */
	private static final Set<String> IMMUTABLE = Set.of("tools");

	@Test
	void copiesEveryOtherField() {
		Objective objective = EveryField.fill(new Objective());
		Map<String, @Nullable Object> before = EveryField.of(objective);
		Map<String, @Nullable Object> copied = EveryField.of(objective.copy());
		before.keySet().removeAll(BEGUN_ANEW);
		copied.keySet().removeAll(BEGUN_ANEW);
		assertThat(before).doesNotContainValue(null);
		assertThat(copied).isEqualTo(before);
	}

	@Test
	void beginsSomeFieldsAnew() {
		Map<String, @Nullable Object> copied = EveryField.of(EveryField.fill(new Objective()).copy());
		copied.keySet().retainAll(BEGUN_ANEW);
		Map<String, @Nullable Object> anew = EveryField.of(new Objective());
		anew.keySet().retainAll(BEGUN_ANEW);
		assertThat(copied).hasSameSizeAs(BEGUN_ANEW).isEqualTo(anew);
	}

	@Test
	void sharesNoCollectionThatCouldChange() {
		Objective objective = EveryField.fill(new Objective());
		Map<String, @Nullable Object> copied = EveryField.of(objective.copy());
		EveryField.of(objective).forEach((name, value) -> {
			if ((value instanceof Iterable || value instanceof Map) && !IMMUTABLE.contains(name)) {
				assertThat(copied.get(name)).as(name).isNotSameAs(value);
			}
		});
	}

	@Test
	void leavesTheOriginalAsItWas() {
		Objective objective = EveryField.fill(new Objective());
		Map<String, @Nullable Object> before = EveryField.of(objective);
		objective.copy();
		assertThat(EveryField.of(objective)).isEqualTo(before);
	}

	@Test
	void takesTheEpochItMayTakeAlongWithEveryOtherField() {
		Objective objective = EveryField.fill(new Objective());
		Map<String, @Nullable Object> untouched = EveryField.of(objective.untouched());
		Map<String, @Nullable Object> copied = EveryField.of(objective.copy());
		assertThat(untouched.remove("firstEpoch")).isNotEqualTo(copied.remove("firstEpoch"));
		assertThat(untouched).isEqualTo(copied);
	}

}
