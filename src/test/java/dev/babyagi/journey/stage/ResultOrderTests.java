package dev.babyagi.journey.stage;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import dev.babyagi.execution.Attempt;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.ObjectiveState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Results come in any order. What the joiner is told, and the answer, do not depend on
 * it.
 */
class ResultOrderTests {

	private static final int SEEDS = 1_000;

	private static final int TASKS = 9;

	private final String inOrder = joined((attempt) -> Duration.ofSeconds(attempt.number()));

	@Test
	void joinsTheSameWhenResultsComeInReverse() {
		assertThat(joined((attempt) -> Duration.ofSeconds(100 - attempt.number()))).isEqualTo(this.inOrder);
	}

	@Test
	void joinsTheSameInWhateverOrderResultsCome() {
		for (int seed = 0; seed < SEEDS; seed++) {
			Random random = new Random(seed);
			assertThat(joined((attempt) -> Duration.ofMillis(1 + random.nextInt(1_000)))).as("seed %d", seed)
				.isEqualTo(this.inOrder);
		}
	}

	/** Drives eight tasks, four of which depend on others, and returns what is joined. */
	private static String joined(Function<Attempt, Duration> time) {
		ScriptedModel model = ScriptedModel
			.saying(Said.plan(Said.text("t1", "List"), Said.text("t2", "Weigh"), Said.text("t3", "Paint"),
					Said.text("t4", "Ship"), Said.text("t5", "Sort", "t1", "t3"), Said.text("t6", "Pack", "t2", "t5"),
					Said.text("t7", "Send", "t4"), Said.text("t8", "Bill", "t7", "t1"), Said.text("t9", "Thank", "t8")),
					"unasked", Said.joined("Done"))
			.on(ModelRole.EXECUTOR, (request) -> ScriptedModel.said("Output of " + Said.taskId(request)));
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.planned("Do all of it, step by step"), model)
			.taking(time)
			.drive();
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.COMPLETED);
		assertThat(driver.objective().progress().succeeded()).isEqualTo(TASKS);
		assertThat(model.asked(ModelRole.EXECUTOR)).extracting(Said::taskId).doesNotHaveDuplicates();
		return model.asked(ModelRole.JOINER).getFirst().user();
	}

}
