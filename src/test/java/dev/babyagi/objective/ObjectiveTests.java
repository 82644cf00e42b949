package dev.babyagi.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The verbs of an objective, and what each of them tells.
 */
class ObjectiveTests {

	private static final Instant NOW = ObjectiveLives.NOW;

	private static final Instant LATER = ObjectiveLives.LATER;

	@Test
	void keepsWhatWasSubmitted() {
		Objective objective = ObjectiveLives.submitted();
		assertThat(objective.id()).isEqualTo(ObjectiveLives.ID).isEqualTo(objective.getId());
		assertThat(objective.tenant()).isEqualTo("acme");
		assertThat(objective.contextId()).isEqualTo(ObjectiveLives.CONTEXT);
		assertThat(objective.createdAt()).isEqualTo(NOW);
		assertThat(objective.text()).isEqualTo("Compare three cities");
		assertThat(objective.outputSchema()).isEqualTo("{}");
		assertThat(objective.planning()).isEqualTo("auto");
		assertThat(objective.limits()).isEqualTo(ObjectiveLives.LIMITS);
		assertThat(objective.parallelism()).isEqualTo(4);
		assertThat(objective.priority()).isEqualTo(5);
		assertThat(objective.tools()).containsExactly("calculator");
		assertThat(objective.metadata()).isEqualTo(Map.of("ticket", "42"));
	}

	@Test
	void waitsToBePickedUpOnceItIsSubmitted() {
		Objective objective = ObjectiveLives.submitted();
		assertThat(objective.state()).isEqualTo(ObjectiveState.SUBMITTED);
		assertThat(objective.phase()).isEqualTo(ObjectivePhase.QUEUED);
		assertThat(objective.dueAt()).isEqualTo(NOW);
		assertThat(objective.startedAt()).isNull();
		assertThat(objective.spending()).isEqualTo(ObjectiveUsage.NONE);
		assertThat(objective.progress()).isEqualTo(Progress.NONE);
		assertThat(objective.news()).containsExactly(new ObjectiveSubmitted(ObjectiveLives.ID, "acme"));
	}

	@Test
	void isNewUntilItIsStored() {
		Objective objective = ObjectiveLives.submitted();
		assertThat(objective.isNew()).isTrue();
		objective.stored();
		assertThat(objective.isNew()).isFalse();
	}

	@Test
	void tellsThatItBeganApartFromOtherNews() {
		Objective objective = ObjectiveLives.submitted().copy();
		objective.begin(LATER);
		assertThat(objective.state()).isEqualTo(ObjectiveState.WORKING);
		assertThat(objective.startedAt()).isEqualTo(LATER);
		assertThat(objective.begun()).contains(ObjectiveLives.at(ObjectiveState.WORKING, ObjectivePhase.PLANNING));
		assertThat(objective.news()).isEmpty();
	}

	@Test
	void beginsOnce() {
		Objective objective = ObjectiveLives.working();
		objective.enter(ObjectivePhase.EXECUTING);
		objective.begin(LATER);
		assertThat(objective.startedAt()).isEqualTo(NOW);
		assertThat(objective.phase()).isEqualTo(ObjectivePhase.EXECUTING);
		assertThat(objective.begun()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("ended")
	void neverBeginsAgainOnceItHasEnded(Supplier<Objective> objective) {
		Objective ended = objective.get();
		ObjectiveState state = ended.state();
		ended.begin(LATER.plusSeconds(1));
		assertThat(ended.state()).isEqualTo(state);
		assertThat(ended.startedAt()).isEqualTo(NOW);
		assertThat(ended.begun()).isEmpty();
	}

	@Test
	void tellsOfAPhaseItEntersOnce() {
		Objective objective = ObjectiveLives.working();
		objective.enter(ObjectivePhase.PLANNING);
		assertThat(objective.news()).isEmpty();
		objective.enter(ObjectivePhase.EXECUTING);
		objective.enter(ObjectivePhase.EXECUTING);
		assertThat(objective.news())
			.containsExactly(ObjectiveLives.at(ObjectiveState.WORKING, ObjectivePhase.EXECUTING));
	}

	@Test
	void windsDownForTheFirstReasonThatIsGiven() {
		Objective objective = ObjectiveLives.working();
		objective.windDown(StopReason.DEADLINE);
		objective.windDown(StopReason.BUDGET_EXHAUSTED);
		assertThat(objective.stopReason()).isEqualTo(StopReason.DEADLINE);
		assertThat(objective.phase()).isEqualTo(ObjectivePhase.WINDING_DOWN);
		assertThat(objective.state()).isEqualTo(ObjectiveState.WORKING);
		assertThat(objective.news()).hasSize(1);
	}

	@Test
	void keepsTheReasonToItselfUntilItHasStopped() {
		Objective objective = ObjectiveLives.working();
		objective.windDown(StopReason.DEADLINE);
		objective.finish("{}", Completeness.PARTIAL, StopReason.DEADLINE, LATER);
		assertThat(objective.news()).containsExactly(
				ObjectiveLives.at(ObjectiveState.WORKING, ObjectivePhase.WINDING_DOWN),
				new ObjectiveStateChanged(ObjectiveLives.ID, "acme", ObjectiveState.COMPLETED,
						ObjectivePhase.WINDING_DOWN, StopReason.DEADLINE, Completeness.PARTIAL));
	}

	@Test
	void finishesWithAnAnswer() {
		Objective objective = ObjectiveLives.working();
		objective.await(LATER);
		objective.finish("{\"text\":\"Oslo\"}", Completeness.FULL, StopReason.GOAL_MET, LATER);
		assertThat(objective.state()).isEqualTo(ObjectiveState.COMPLETED);
		assertThat(objective.result()).isEqualTo("{\"text\":\"Oslo\"}");
		assertThat(objective.error()).isNull();
		assertThat(objective.completeness()).isEqualTo(Completeness.FULL);
		assertThat(objective.stopReason()).isEqualTo(StopReason.GOAL_MET);
		assertThat(objective.finishedAt()).isEqualTo(LATER);
		assertThat(objective.dueAt()).as("due").isNull();
	}

	@Test
	void failsWithAProblem() {
		Objective objective = ObjectiveLives.working();
		objective.await(LATER);
		objective.fail("{\"title\":\"No\"}", StopReason.PROVIDER_UNAVAILABLE, LATER);
		assertThat(objective.error()).isEqualTo("{\"title\":\"No\"}");
		assertThat(objective.result()).isNull();
		assertThat(objective.finishedAt()).isEqualTo(LATER);
		assertThat(objective.dueAt()).as("due").isNull();
		assertThat(objective.news()).containsExactly(new ObjectiveStateChanged(ObjectiveLives.ID, "acme",
				ObjectiveState.FAILED, ObjectivePhase.PLANNING, StopReason.PROVIDER_UNAVAILABLE, null));
	}

	@Test
	void canBeCalledOffBeforeItBegins() {
		Objective objective = ObjectiveLives.submitted().copy();
		objective.cancel(LATER);
		assertThat(objective.startedAt()).isNull();
		assertThat(objective.finishedAt()).isEqualTo(LATER);
		assertThat(objective.news()).containsExactly(new ObjectiveStateChanged(ObjectiveLives.ID, "acme",
				ObjectiveState.CANCELED, ObjectivePhase.QUEUED, StopReason.CANCELED_BY_CLIENT, null));
	}

	@Test
	void stopsForTheClientWhoCallsItOffWhileItWindsDown() {
		Objective objective = ObjectiveLives.working();
		objective.windDown(StopReason.BUDGET_EXHAUSTED);
		objective.cancel(LATER);
		assertThat(objective.stopReason()).isEqualTo(StopReason.CANCELED_BY_CLIENT);
	}

	@ParameterizedTest
	@MethodSource("endings")
	void hasNoAnswerAndNoProblemBeforeItBegins(Consumer<Objective> ending) {
		Objective objective = ObjectiveLives.submitted().copy();
		assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> ending.accept(objective))
			.satisfies((ex) -> assertThat(ex.from()).isEqualTo(ObjectiveState.SUBMITTED));
		assertThat(objective.state()).isEqualTo(ObjectiveState.SUBMITTED);
		assertThat(objective.news()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("secondEndings")
	void endsOnce(Supplier<Objective> first, Consumer<Objective> second) {
		Objective objective = first.get();
		ObjectiveState state = objective.state();
		assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> second.accept(objective))
			.withMessageContaining(ObjectiveLives.ID.toString())
			.withMessageContaining("is " + state)
			.satisfies((ex) -> assertThat(ex.from()).isEqualTo(state));
		assertThat(objective.state()).isEqualTo(state);
		assertThat(objective.news()).isEmpty();
	}

	@Test
	void tellsItsNewsInTheOrderItHappened() {
		Objective objective = ObjectiveLives.submitted();
		objective.begin(NOW);
		objective.enter(ObjectivePhase.EXECUTING);
		objective.enter(ObjectivePhase.INTEGRATING);
		objective.finish("{}", Completeness.FULL, StopReason.GOAL_MET, LATER);
		assertThat(objective.news()).hasSize(4)
			.startsWith(new ObjectiveSubmitted(ObjectiveLives.ID, "acme"),
					ObjectiveLives.at(ObjectiveState.WORKING, ObjectivePhase.EXECUTING),
					ObjectiveLives.at(ObjectiveState.WORKING, ObjectivePhase.INTEGRATING))
			.last()
			.isInstanceOfSatisfying(ObjectiveStateChanged.class,
					(last) -> assertThat(last.state()).isEqualTo(ObjectiveState.COMPLETED));
	}

	@Test
	void handsOutNewsThatLaterNewsDoNotChange() {
		Objective objective = ObjectiveLives.working();
		List<Object> before = objective.news();
		objective.enter(ObjectivePhase.EXECUTING);
		assertThat(before).isEmpty();
	}

	@Test
	void spendsAndAdvancesWithoutNews() {
		Objective objective = ObjectiveLives.working();
		ObjectiveUsage usage = ObjectiveUsage.NONE.plus(2, 30, 4, new BigDecimal("0.5"));
		objective.spend(usage);
		objective.advance(new Progress(5, 2, 1, 0, 0));
		assertThat(objective.spending()).isEqualTo(new ObjectiveUsage(2, 30, 4, new BigDecimal("0.5")));
		assertThat(objective.progress()).isEqualTo(new Progress(5, 2, 1, 0, 0));
		assertThat(objective.news()).isEmpty();
	}

	@Test
	void isHeldUntilItIsToldToAwait() {
		Objective objective = ObjectiveLives.submitted().copy();
		assertThat(objective.dueAt()).isNull();
		objective.await(LATER);
		assertThat(objective.dueAt()).isEqualTo(LATER);
	}

	@Test
	void heedsOrdersUpToTheLast() {
		Objective objective = ObjectiveLives.working();
		objective.heed(2);
		assertThat(objective.orders()).isEqualTo(2);
		assertThat(objective.ordersSeen()).isEqualTo(2);
	}

	@Test
	void neverForgetsAnOrderItHasHeeded() {
		Objective objective = ObjectiveLives.working();
		objective.heed(3);
		objective.heed(1);
		assertThat(objective.orders()).isEqualTo(3);
		assertThat(objective.ordersSeen()).isEqualTo(3);
	}

	@Test
	void isTakenByItsFirstRecordingAndKeepsThatEpoch() {
		Objective objective = ObjectiveLives.submitted().untouched();
		long taken = objective.epochRecorded();
		assertThat(objective.epoch()).isZero();
		objective.recorded();
		objective.recorded();
		assertThat(taken).isPositive();
		assertThat(objective.epoch()).isEqualTo(taken).isEqualTo(objective.epochRecorded());
		assertThat(objective.recording()).isEqualTo(2);
	}

	@Test
	void givesEachCopyThatMayTakeItAnEpochOfItsOwn() {
		Objective objective = ObjectiveLives.submitted();
		assertThat(Stream.generate(objective::untouched).limit(50).map(Objective::epochRecorded))
			.doesNotHaveDuplicates();
	}

	@Test
	void staysAsItIsWhileACopyIsChanged() {
		Objective objective = ObjectiveLives.submitted();
		Objective copy = objective.copy();
		copy.begin(LATER);
		copy.enter(ObjectivePhase.EXECUTING);
		copy.recorded();
		assertThat(objective.state()).isEqualTo(ObjectiveState.SUBMITTED);
		assertThat(objective.recording()).isZero();
		assertThat(objective.metadata()).containsOnlyKeys("ticket");
		assertThat(objective.news()).containsExactly(new ObjectiveSubmitted(ObjectiveLives.ID, "acme"));
	}

	@Test
	void endsByItsDurationAfterItStarted() {
		Objective objective = ObjectiveLives.working();
		assertThat(objective.endsBy(NOW.plusSeconds(300))).isEqualTo(NOW.plusSeconds(600));
	}

	@Test
	void countsItsDurationFromNowWhileItHasNotStarted() {
		Objective objective = ObjectiveLives.submitted();
		assertThat(objective.endsBy(LATER)).isEqualTo(LATER.plusSeconds(600));
	}

	@Test
	void endsByItsDeadlineWhenThatIsEarlier() {
		Duration duration = Duration.ofMinutes(10);
		Objective soon = ObjectiveLives.working(ObjectiveLives.limits(duration, NOW.plusSeconds(599)));
		Objective late = ObjectiveLives.working(ObjectiveLives.limits(duration, NOW.plusSeconds(601)));
		assertThat(soon.endsBy(LATER)).isEqualTo(NOW.plusSeconds(599));
		assertThat(late.endsBy(LATER)).isEqualTo(NOW.plusSeconds(600));
	}

	@Test
	void keepsATenthOfItsTimeForIntegration() {
		assertThat(ObjectiveLives.working().keptForIntegration(LATER)).isEqualTo(Duration.ofMinutes(1));
		assertThat(kept(NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(2));
		assertThat(kept(NOW.plusSeconds(601))).isEqualTo(Duration.ofMinutes(1));
		assertThat(kept(NOW.minusSeconds(1))).as("it has waited beyond its deadline").isZero();
	}

	private static Duration kept(Instant deadline) {
		return ObjectiveLives.working(ObjectiveLives.limits(Duration.ofMinutes(10), deadline))
			.keptForIntegration(LATER);
	}

	@Test
	void keepsItsToolsAndMetadataFromWhoeverSubmittedThem() {
		Objective objective = ObjectiveLives.submitted();
		objective.metadata().clear();
		assertThat(objective.metadata()).containsOnlyKeys("ticket");
		assertThat(objective.tools()).isUnmodifiable();
	}

	static Stream<Named<Supplier<Objective>>> ended() {
		return Stream.of(Named.of("completed", ObjectiveLives::completed), Named.of("failed", ObjectiveLives::failed),
				Named.of("canceled", ObjectiveLives::canceled));
	}

	static Stream<Named<Consumer<Objective>>> endings() {
		return Stream.of(
				Named.of("finish",
						(objective) -> objective.finish("{}", Completeness.FULL, StopReason.GOAL_MET, LATER)),
				Named.of("fail", (objective) -> objective.fail("{}", StopReason.INTERNAL_ERROR, LATER)));
	}

	static Stream<Arguments> secondEndings() {
		Named<Consumer<Objective>> cancel = Named.of("cancel", (objective) -> objective.cancel(LATER));
		return ended().flatMap(
				(first) -> Stream.concat(endings(), Stream.of(cancel)).map((second) -> Arguments.of(first, second)));
	}

}
