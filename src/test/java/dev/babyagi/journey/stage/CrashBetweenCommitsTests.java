package dev.babyagi.journey.stage;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Objective;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that dies after any commit costs the calls that were under way, and changes
 * nothing else.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashBetweenCommitsTests {

	private static final String OBJECTIVE = "Count the parts and name the largest";

	static Stream<Way> ways() {
		return Stream.of(new Way("exact", () -> JourneyObjectives.auto("(3 + 5) * 2 - 4"), ScriptedModel::new),
				new Way("direct", () -> JourneyObjectives.auto("What is the capital of France?"),
						() -> ScriptedModel.saying("", "Paris", "")),
				new Way("planned", () -> JourneyObjectives.planned(OBJECTIVE),
						() -> model(Map.of("t1", "42"), Said.joined("The left one"))),
				new Way("split", () -> JourneyObjectives.planned(OBJECTIVE),
						() -> model(Map.of("t1", "no idea", "t1-1", "3", "t1-2", "7"), Said.joined("Seven"))),
				new Way("long", () -> JourneyObjectives.planned(OBJECTIVE),
						() -> model(Map.of("t1", "42", "t2", "The left one. ".repeat(9_000)), "").on(ModelRole.JOINER,
								CrashBetweenCommitsTests::joiner)),
				new Way("gap", () -> JourneyObjectives.planned(OBJECTIVE),
						() -> model(Map.of("t1", "42"), Said.missing("the colour"))));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void comesToTheSameWhereverTheProcessDies(Way way) {
		InMemoryDriver unhurt = way.drive((commit) -> false);
		assertThat(unhurt.commits()).isGreaterThan(1);
		IntStream.rangeClosed(1, unhurt.commits()).forEach((dying) -> {
			InMemoryDriver hurt = way.drive((commit) -> commit == dying);
			assertThat(hurt.objective().result()).as("dying after commit %d", dying)
				.isEqualTo(unhurt.objective().result());
			assertThat(hurt.objective().completeness()).isEqualTo(unhurt.objective().completeness());
			assertThat(hurt.objective().stopReason()).isEqualTo(unhurt.objective().stopReason());
			assertThat(hurt.plan()).isEqualTo(unhurt.plan());
			assertThat(hurt.execution().states()).isEqualTo(unhurt.execution().states());
			assertThat(succeeded(hurt)).as("what has a row is not bought again").isEqualTo(succeeded(unhurt));
			assertThat(hurt.meter().promised()).isEqualTo(hurt.execution().used());
		});
	}

	/** Whatever a crash cut off is booked at the worst, so that the budget holds. */
	@ParameterizedTest
	@MethodSource("ways")
	void endsThoughEveryProcessDies(Way way) {
		InMemoryDriver hurt = way.drive((commit) -> commit % 2 == 0);
		assertThat(hurt.objective().state().isTerminal()).isTrue();
		InMemoryDriver worse = way.drive((commit) -> true);
		assertThat(worse.objective().state().isTerminal()).isTrue();
		assertThat(worse.execution().openAttempts()).isEmpty();
	}

	private static List<Long> succeeded(InMemoryDriver driver) {
		return Stream.of(ModelRole.PLANNER, ModelRole.EXECUTOR, ModelRole.JOINER)
			.map((role) -> driver.outcomes(role)
				.stream()
				.filter((outcome) -> outcome == AttemptOutcome.SUCCEEDED)
				.count())
			.toList();
	}

	/** It is told of an output of two pieces, and joins what was left of them. */
	private static ModelResult joiner(ModelRequest request) {
		return ScriptedModel.said(request.system().startsWith("You shorten") ? "The left one"
				: Said.joined("The left one, of " + request.user().split("left one", -1).length));
	}

	private static ScriptedModel model(Map<String, String> answers, String joined) {
		return new ScriptedModel().on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.CHILDREN, Said.NO_PLAN))
			.on(ModelRole.EXECUTOR, Said.byTask(answers))
			.on(ModelRole.JOINER, joined);
	}

	/**
	 * A way an objective may take.
	 */
	record Way(String name, Supplier<Objective> objective, Supplier<ScriptedModel> model) {

		InMemoryDriver drive(IntPredicate dying) {
			return new InMemoryDriver(this.objective.get(), this.model.get()).dyingAfter(dying).drive();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
