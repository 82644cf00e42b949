package dev.babyagi.journey.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.ContextBusy;
import dev.babyagi.journey.Draining;
import dev.babyagi.journey.ModelNotConfigured;
import dev.babyagi.journey.QueueFull;
import dev.babyagi.objective.IllegalTransition;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of objectives and journeys to problems of the HTTP API.
 */
@Component
class ObjectiveProblems implements ProblemMapping {

	private static final Duration QUEUE = Duration.ofSeconds(5);

	private static final Duration RESTART = Duration.ofSeconds(5);

	@Override
	public Optional<Problem> map(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case ObjectiveNotFound ex -> Problem.of(ProblemType.NOT_FOUND, "There is no such objective");
			case IllegalTransition ex -> Problem.of(ProblemType.CONFLICT, detail(ex));
			case ContextBusy ex -> Problem.of(ProblemType.CONFLICT, ex.getMessage());
			case ModelNotConfigured ex -> Problem.of(ProblemType.MODEL_NOT_CONFIGURED, ex.getMessage());
			case Draining ex -> Problem.of(ProblemType.DRAINING, ex.getMessage()).retryAfter(RESTART);
			case QueueFull ex -> Problem.of(ProblemType.QUEUE_FULL, ex.getMessage()).retryAfter(QUEUE);
			default -> null;
		});
	}

	private static String detail(IllegalTransition ex) {
		String state = ex.from().name().toLowerCase(Locale.ROOT);
		return ex.from().isTerminal()
				? "The objective is already %s, and a terminal state never changes".formatted(state)
				: "The objective is %s; cancel it first".formatted(state);
	}

}
