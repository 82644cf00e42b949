package dev.babyagi.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Submission;

/**
 * Objectives to begin with.
 */
final class Submissions {

	private Submissions() {
	}

	static Submission of(String text) {
		Limits limits = new Limits(BigDecimal.ONE, 500_000, 60, 20, 2, Duration.ofMinutes(15), null);
		return new Submission(text, new ContextId(UUID.randomUUID()), null, "auto", limits, 8, 5, null, Map.of());
	}

	/** Stores one that nobody is told of. */
	static ObjectiveId store(Objectives objectives, TransactionTemplate transaction, String text) {
		return Objects.requireNonNull(transaction.execute((status) -> objectives.submit("default", of(text)).id()));
	}

}
