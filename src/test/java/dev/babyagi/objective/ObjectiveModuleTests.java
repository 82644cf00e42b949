package dev.babyagi.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The module alone: it stands on nothing of ours.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest
class ObjectiveModuleTests {

	@Autowired
	private Objectives objectives;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void tellsOfAnObjectiveWhoeverListens(AssertablePublishedEvents events) {
		Objective stored = submit();
		assertThat(events).contains(ObjectiveSubmitted.class)
			.matching((submitted) -> submitted.id().equals(stored.id()));
	}

	@Test
	void ordersAnObjectiveOnlyWhileItHasNotEnded() {
		Objective stored = submit();
		this.transaction
			.executeWithoutResult((status) -> this.objectives.order(stored.id(), "default", Order.Kind.CANCEL));
		assertThat(this.objectives.ordersAfter(stored.id(), 0)).hasSize(1);
		this.transaction.executeWithoutResult((status) -> {
			Objective mine = this.objectives.untouched(stored.id()).orElseThrow();
			mine.cancel(mine.createdAt());
			assertThat(this.objectives.record(mine)).isTrue();
		});
		assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.objectives.order(stored.id(), "default", Order.Kind.CANCEL)));
	}

	@Test
	void keepsObjectivesOfOneTenantFromAnother() {
		Objective stored = submit();
		assertThat(this.objectives.find(stored.id(), "default")).isPresent();
		assertThat(this.objectives.find(stored.id(), "somebody else")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 64, 65, 130 })
	void findsEachFenceOnce(int number) {
		List<ObjectiveId> ids = Stream.generate(this::submit).limit(number).map(Objective::id).toList();
		assertThat(this.objectives.fences(ids)).extracting(Fence::id).containsExactlyInAnyOrderElementsOf(ids);
	}

	@Test
	void namesEachTenantThatHasObjectivesOnce() {
		Stream.of("zebra", "aardvark", "zebra").forEach(this::submit);
		submit();
		assertThat(this.objectives.tenants()).containsExactly("aardvark", "default", "zebra");
	}

	@Test
	void isDueOnceItsTimeHasComeAndUntilItHasEnded() {
		Objective stored = submit();
		Instant before = stored.createdAt().minusSeconds(1);
		Instant after = stored.createdAt().plusSeconds(1);
		assertThat(this.objectives.due(before)).doesNotContain(stored.id().id());
		assertThat(this.objectives.priorityIfDue(stored.id(), before)).isEmpty();
		assertThat(this.objectives.due(after)).contains(stored.id().id());
		assertThat(this.objectives.priorityIfDue(stored.id(), after)).contains(5);
		this.transaction.executeWithoutResult((status) -> {
			Objective mine = this.objectives.untouched(stored.id()).orElseThrow();
			mine.begin(after);
			mine.await(after.plusSeconds(10));
			assertThat(this.objectives.record(mine)).isTrue();
		});
		assertThat(this.objectives.due(after)).as("it waits").doesNotContain(stored.id().id());
		assertThat(this.objectives.due(after.plusSeconds(10))).contains(stored.id().id());
		this.transaction.executeWithoutResult((status) -> {
			Objective mine = this.objectives.claim(stored.id()).orElseThrow();
			mine.cancel(after);
			assertThat(this.objectives.record(mine)).isTrue();
		});
		assertThat(this.objectives.due(after.plusSeconds(10))).doesNotContain(stored.id().id());
		assertThat(this.objectives.priorityIfDue(stored.id(), after.plusSeconds(10))).isEmpty();
	}

	private Objective submit() {
		return submit("default");
	}

	private Objective submit(String tenant) {
		Limits limits = new Limits(BigDecimal.ONE, 1000, 10, 5, 1, Duration.ofMinutes(1), null);
		Submission submission = new Submission("1 + 1", new ContextId(UUID.randomUUID()), null, "auto", limits, 1, 5,
				List.of(), Map.of());
		return Objects.requireNonNull(this.transaction.execute((status) -> this.objectives.submit(tenant, submission)));
	}

}
