package dev.babyagi.execution;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptEndTests {

	private static final ModelUsage USED = ExecutionHistories.USED;

	@ParameterizedTest
	@MethodSource("results")
	void saysWhatEachModelResultMeans(ModelResult result, AttemptOutcome outcome, @Nullable String reason) {
		AttemptEnd end = AttemptEnd.of(result);
		assertThat(end.outcome()).isEqualTo(outcome);
		assertThat(end.reason()).isEqualTo(reason);
		assertThat(end.usage()).isEqualTo(USED);
		assertThat(end.artifact()).isNull();
	}

	@Test
	void keepsTheTextOfAReply() {
		AttemptEnd end = AttemptEnd.of(new ModelResult.Reply("It is 4", false, "a model", USED));
		assertThat(end.answer()).isEqualTo("It is 4");
	}

	@Test
	void knowsEveryModelResult() {
		assertThat(results().<Class<?>>map((arguments) -> Objects.requireNonNull(arguments.get()[0]).getClass())
			.distinct()).containsExactlyInAnyOrder(ModelResult.class.getPermittedSubclasses());
	}

	static Stream<Arguments> results() {
		return Stream.of(
				Arguments.of(new ModelResult.Reply("It is 4", false, "a model", USED), AttemptOutcome.SUCCEEDED, null),
				Arguments.of(new ModelResult.Unreachable("Down", false, USED), AttemptOutcome.UNREACHABLE, "Down"),
				Arguments.of(new ModelResult.Unreachable("Down", true, USED), AttemptOutcome.WRONG, "Down"),
				Arguments.of(new ModelResult.Unusable("Empty", USED), AttemptOutcome.WRONG, "Empty"),
				Arguments.of(new ModelResult.Declined("Filtered", USED), AttemptOutcome.DECLINED, "Filtered"),
				Arguments.of(new ModelResult.Refused("Status 400", USED), AttemptOutcome.REFUSED, "Status 400"),
				Arguments.of(new ModelResult.Fatal("No key", "Set one", USED), AttemptOutcome.FATAL, "No key. Set one"),
				Arguments.of(new ModelResult.OverBudget(USED), AttemptOutcome.OVER_BUDGET,
						"The budget does not cover the call"),
				Arguments.of(new ModelResult.Cut(USED), AttemptOutcome.CUT, "The call was cut short"));
	}

}
