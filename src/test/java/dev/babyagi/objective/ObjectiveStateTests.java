package dev.babyagi.objective;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of transitions, pair by pair.
 */
class ObjectiveStateTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# from,    SUBMITTED, WORKING, COMPLETED, FAILED, CANCELED
			SUBMITTED, false,     true,    false,     false,  true
			WORKING,   false,     false,   true,      true,   true
			COMPLETED, false,     false,   false,     false,  false
			FAILED,    false,     false,   false,     false,  false
			CANCELED,  false,     false,   false,     false,  false
			""")
	void leadsWhereTheTableSays(ObjectiveState from, boolean submitted, boolean working, boolean completed,
			boolean failed, boolean canceled) {
		assertThat(from.canBecome(ObjectiveState.SUBMITTED)).as("submitted").isEqualTo(submitted);
		assertThat(from.canBecome(ObjectiveState.WORKING)).as("working").isEqualTo(working);
		assertThat(from.canBecome(ObjectiveState.COMPLETED)).as("completed").isEqualTo(completed);
		assertThat(from.canBecome(ObjectiveState.FAILED)).as("failed").isEqualTo(failed);
		assertThat(from.canBecome(ObjectiveState.CANCELED)).as("canceled").isEqualTo(canceled);
	}

	@ParameterizedTest
	@EnumSource
	void endsForGoodWhereNothingFollows(ObjectiveState state) {
		Set<ObjectiveState> next = EnumSet.allOf(ObjectiveState.class);
		next.removeIf((other) -> !state.canBecome(other));
		assertThat(next.isEmpty()).isEqualTo(state.isTerminal());
	}

	@ParameterizedTest
	@EnumSource
	void neverBecomesItselfOrGoesBackToTheStart(ObjectiveState state) {
		assertThat(state.canBecome(state)).isFalse();
		assertThat(state.canBecome(ObjectiveState.SUBMITTED)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void canBeCalledOffUntilItHasEnded(ObjectiveState state) {
		assertThat(state.canBecome(ObjectiveState.CANCELED)).isNotEqualTo(state.isTerminal());
	}

	@Test
	void isTerminalOnceItHasAnAnswerOrNeverWill() {
		assertThat(ObjectiveState.COMPLETED.isTerminal()).isTrue();
		assertThat(ObjectiveState.FAILED.isTerminal()).isTrue();
		assertThat(ObjectiveState.CANCELED.isTerminal()).isTrue();
		assertThat(ObjectiveState.SUBMITTED.isTerminal()).isFalse();
		assertThat(ObjectiveState.WORKING.isTerminal()).isFalse();
	}

}
