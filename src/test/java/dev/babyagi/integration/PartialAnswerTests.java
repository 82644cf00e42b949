package dev.babyagi.integration;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link PartialAnswer}.
 */
class PartialAnswerTests {

	private static final Plan PLAN = Briefs.plan(new Conclusion.Synthesize("All"));

	@Test
	void saysTaskByTaskWhatWasFoundAndWhatWasNot() {
		Answer answer = PartialAnswer.of(PLAN, Briefs.artifacts("t1", "Oslo"), Map.of("t2", "failed"),
				List.of("the time was up"));
		assertThat(answer.text()).isEqualTo("""
				t1, Task t1:
				Oslo

				Missing: the time was up
				Not done: t2, Task t2 (failed)
				Not done: t3, Task t3 (not begun)""");
		assertThat(answer.warnings()).containsExactly("Missing: the time was up", "Not done: t2, Task t2 (failed)",
				"Not done: t3, Task t3 (not begun)");
		assertThat(answer.claims()).containsExactly(new Claim("Oslo", List.of("t1")));
	}

	@Test
	void warnsOfNothingWhenNothingIsMissing() {
		Answer answer = PartialAnswer.of(PLAN, Briefs.artifacts("t1", "a", "t2", "b", "t3", "c"), Map.of(), List.of());
		assertThat(answer.warnings()).isEmpty();
		assertThat(answer.text()).endsWith("t3, Task t3:\nc");
	}

	@Test
	void cutsWhatIsTooLongForAnAnswer() {
		Answer answer = PartialAnswer.of(PLAN, Briefs.artifacts("t1", "word ".repeat(100_000)), Map.of(), List.of());
		assertThat(answer.text()).hasSizeLessThan(30_000).contains("[cut");
		assertThat(answer.claims()).singleElement().satisfies((claim) -> assertThat(claim.text()).hasSizeLessThan(400));
	}

}
