package dev.babyagi.journey.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.PendingAttempt;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Order;
import dev.babyagi.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drives an objective as a driver does, on one thread and in a time of its own: each
 * attempt takes as long as it is told, and the end of each is a commit. It holds on to
 * the law while it drives: an objective ends, or something wakes it.
 */
final class InMemoryDriver {

	private static final int MOST_STEPS = 300;

	/** Until somebody notices that a process has died. */
	private static final Duration LEASE = Duration.ofSeconds(10);

	private final List<UnderWay> underWay = new ArrayList<>();

	private final List<String> phases = new ArrayList<>();

	private final Map<ModelRole, Duration> takes = new EnumMap<>(ModelRole.class);

	private Function<Attempt, Duration> time = (attempt) -> this.takes.getOrDefault(attempt.role(),
			Duration.ofSeconds(1));

	private final ScriptedModel model;

	private final ObjectiveJourney journey;

	private OwnedState owned;

	private Instant now = JourneyObjectives.START;

	private Instant wakeAt = Instant.MAX;

	private IntPredicate diesAfter = (commit) -> false;

	private int commits;

	private int mostAtOnce;

	InMemoryDriver(Objective objective, ScriptedModel model) {
		this.model = model;
		this.journey = Journeys.with(model);
		this.owned = owned(objective, JourneyExecutions.begin(objective), List.of());
	}

	/** How long attempts of a role take; a second, unless it says otherwise. */
	InMemoryDriver taking(Duration time, ModelRole... roles) {
		List.of(roles).forEach((role) -> this.takes.put(role, time));
		return this;
	}

	/** How long each attempt takes, whatever its role. */
	InMemoryDriver taking(Function<Attempt, Duration> time) {
		this.time = time;
		return this;
	}

	/** Its process dies after some commits, which are counted from 1. */
	InMemoryDriver dyingAfter(IntPredicate commits) {
		this.diesAfter = commits;
		return this;
	}

	/** Drives to the end. */
	InMemoryDriver drive() {
		return driveUntil((driver) -> false);
	}

	/** Drives until it is as wanted, or to the end. */
	InMemoryDriver driveUntil(Predicate<InMemoryDriver> wanted) {
		if (this.commits == 0) {
			step(List.of());
		}
		for (int steps = 0; !objective().state().isTerminal() && !wanted.test(this); steps++) {
			assertThat(steps).as("It goes on for ever").isLessThan(MOST_STEPS);
			listen();
		}
		return this;
	}

	/** Hears an order, and acts on it. */
	InMemoryDriver order(Order.Kind kind) {
		this.owned = this.owned
			.heeding(List.of(JourneyObjectives.order(objective(), objective().ordersSeen() + 1, kind)));
		step(List.of());
		return this;
	}

	/** Waits for whatever comes first: the end of an attempt, or the time to look. */
	private void listen() {
		Instant dueAt = objective().dueAt();
		Instant wake = (dueAt != null && this.underWay.isEmpty()) ? dueAt : this.wakeAt;
		Optional<UnderWay> next = this.underWay.stream().min(Comparator.comparing(UnderWay::endsAt));
		if (next.isPresent() && !wake.isBefore(next.get().endsAt())) {
			this.now = next.get().endsAt();
			this.underWay.remove(next.get());
			step(List.of(new Ended(next.get().start().attempt().number(), next.get().start().work().get())));
		}
		else {
			assertThat(wake).as("It stands still for ever").isBefore(Instant.MAX).isAfterOrEqualTo(this.now);
			this.now = wake.isAfter(this.now) ? wake : this.now.plusMillis(1);
			step(List.of());
		}
	}

	private void step(List<Ended> ends) {
		UnitOfWork work = UnitOfWork.of(this.owned, this.model, this.now);
		ends.forEach((end) -> work.close(end.attempt(), end.end()));
		this.journey.advance(work);
		this.wakeAt = work.wakeAt();
		List<UnderWay> cut = work.isCutting() ? List.copyOf(this.underWay) : List.of();
		if (work.isChanged()) {
			record(work);
		}
		if (this.underWay.removeAll(cut)) {
			step(cut.stream().map(this::cut).toList());
		}
	}

	private void record(UnitOfWork work) {
		work.sumUp();
		work.objective().recorded();
		this.owned = this.owned.with(work);
		this.commits++;
		assertThat(execution().attempts()).extracting(Attempt::number).doesNotHaveDuplicates();
		String phase = objective().phase().name();
		if (this.phases.isEmpty() || !this.phases.getLast().equals(phase)) {
			this.phases.add(phase);
		}
		work.starts().forEach((start) -> this.underWay.add(new UnderWay(start, this.now.plus(time(start)))));
		this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay.size());
		if (this.diesAfter.test(this.commits)) {
			die();
		}
	}

	private Duration time(PendingAttempt start) {
		return this.time.apply(start.attempt());
	}

	/** Whoever comes next knows what has a row, and nothing else. */
	private void die() {
		this.underWay.clear();
		this.now = this.now.plus(LEASE);
		this.owned = owned(objective().copy(), JourneyExecutions.takenOver(execution(), this.now), this.owned.orders());
		if (!objective().state().isTerminal()) {
			step(List.of());
		}
	}

	private Ended cut(UnderWay call) {
		Attempt attempt = call.start().attempt();
		Meter.Reservation reservation = call.start().reservation();
		if (reservation != null) {
			this.owned.meter().settle(reservation, reservation.worstCase());
		}
		return new Ended(attempt.number(),
				AttemptEnd.failed(AttemptOutcome.CUT, "The call was cut short", null, attempt.reserved()));
	}

	private static OwnedState owned(Objective objective, Execution execution, List<Order> orders) {
		return new OwnedState(objective, execution, orders,
				new Meter(OwnedState.budget(objective.limits()), execution.used()));
	}

	// -- what came of it

	Objective objective() {
		return this.owned.objective();
	}

	Execution execution() {
		return this.owned.execution();
	}

	Plan plan() {
		return execution().plan().orElseThrow();
	}

	Meter meter() {
		return this.owned.meter();
	}

	Instant now() {
		return this.now;
	}

	/** How many attempts are under way. */
	int underWay() {
		return this.underWay.size();
	}

	/** How many attempts were under way at once. */
	int mostAtOnce() {
		return this.mostAtOnce;
	}

	int commits() {
		return this.commits;
	}

	/** The phases it went through. */
	List<String> phases() {
		return this.phases;
	}

	/** The outcomes of the attempts of a role that have ended, in order. */
	List<AttemptOutcome> outcomes(ModelRole role) {
		return execution().attempts()
			.stream()
			.filter((attempt) -> attempt.role() == role)
			.flatMap((attempt) -> Optional.ofNullable(attempt.outcome()).stream())
			.toList();
	}

	private record UnderWay(PendingAttempt start, Instant endsAt) {

	}

	private record Ended(int attempt, AttemptEnd end) {

	}

}
