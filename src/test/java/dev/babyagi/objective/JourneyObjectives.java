package dev.babyagi.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Objectives and orders to test with, that no database knows.
 */
public final class JourneyObjectives {

	/** When they are submitted. */
	public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

	/** The limits that an objective has unless it says otherwise. */
	public static final Limits LIMITS = new Limits(BigDecimal.ONE, 500_000, 60, 20, 2, Duration.ofMinutes(15), null);

	private JourneyObjectives() {
	}

	/** One that is planned by a model. */
	public static Objective planned(String text) {
		return of(text, "plan", LIMITS, 8, null);
	}

	/** One that is planned as its text asks for. */
	public static Objective auto(String text) {
		return of(text, "auto", LIMITS, 8, null);
	}

	public static Objective of(String text, String planning, Limits limits, int parallelism,
			@Nullable String outputSchema) {
		return Objective.submitted(new ObjectiveId(UUID.randomUUID()), "default", new Submission(text,
				new ContextId(UUID.randomUUID()), outputSchema, planning, limits, parallelism, 5, null, Map.of()),
				START);
	}

	public static Order order(Objective objective, long number, Order.Kind kind) {
		return new Order(objective.id(), number, objective.tenant(), kind, START);
	}

}
