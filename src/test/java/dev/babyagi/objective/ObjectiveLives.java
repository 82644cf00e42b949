package dev.babyagi.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Objectives to test with, at each place of their life.
 */
final class ObjectiveLives {

	static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	static final Instant LATER = NOW.plusSeconds(30);

	static final ObjectiveId ID = new ObjectiveId(UUID.fromString("0195515e-8a00-7abc-8def-0123456789ab"));

	static final ContextId CONTEXT = new ContextId(UUID.fromString("0195515e-8a00-7000-8000-000000000001"));

	static final Limits LIMITS = limits(Duration.ofMinutes(10), null);

	private ObjectiveLives() {
	}

	static Limits limits(Duration maxDuration, @Nullable Instant deadline) {
		return new Limits(BigDecimal.ONE, 1000, 10, 5, 1, maxDuration, deadline);
	}

	static Submission submission(Limits limits) {
		return new Submission("Compare three cities", CONTEXT, "{}", "auto", limits, 4, 5, List.of("calculator"),
				Map.of("ticket", "42"));
	}

	/** One that was accepted and has told so. */
	static Objective submitted() {
		return submitted(LIMITS);
	}

	static Objective submitted(Limits limits) {
		return Objective.submitted(ID, "acme", submission(limits), NOW);
	}

	/** One that a replica works on, without news. */
	static Objective working() {
		return working(LIMITS);
	}

	static Objective working(Limits limits) {
		Objective objective = submitted(limits).copy();
		objective.begin(NOW);
		return objective.copy();
	}

	static Objective completed() {
		Objective objective = working();
		objective.finish("{\"text\":\"Oslo\"}", Completeness.FULL, StopReason.GOAL_MET, LATER);
		return objective.copy();
	}

	static Objective failed() {
		Objective objective = working();
		objective.fail("{\"title\":\"No\"}", StopReason.TASK_FAILED, LATER);
		return objective.copy();
	}

	static Objective canceled() {
		Objective objective = working();
		objective.cancel(LATER);
		return objective.copy();
	}

	/** What is told of an objective that did not end. */
	static ObjectiveStateChanged at(ObjectiveState state, ObjectivePhase phase) {
		return new ObjectiveStateChanged(ID, "acme", state, phase, null, null);
	}

}
