package dev.babyagi.execution;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TaskStateTests {

	@ParameterizedTest
	@CsvSource({ "BLOCKED, false, false", "READY, false, false", "RUNNING, false, false", "WAITING, false, false",
			"RETRYING, false, false", "SUCCEEDED, true, true", "FAILED, true, false", "SKIPPED, true, false",
			"CANCELED, true, false" })
	void knowsWhetherATaskHasEndedAndWithAnArtifact(TaskState state, boolean terminal, boolean artifact) {
		assertThat(state.isTerminal()).isEqualTo(terminal);
		assertThat(state.hasArtifact()).isEqualTo(artifact);
	}

	@ParameterizedTest
	@EnumSource
	void hasEndedWhenItHasAnArtifact(TaskState state) {
		assertThat(state.isTerminal() || !state.hasArtifact()).isTrue();
	}

}
