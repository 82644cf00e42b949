package dev.babyagi.tuning.web;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.tuning.TuningConflict;
import dev.babyagi.tuning.TuningNotFound;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of fine-tunings to problems of the HTTP API.
 */
@Component
class TuningProblems implements ProblemMapping {

	@Override
	public Optional<Problem> map(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case TuningNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case TuningConflict ex -> Problem.of(ProblemType.CONFLICT, String.valueOf(ex.getMessage()));
			default -> null;
		});
	}

}
