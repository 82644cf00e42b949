package dev.babyagi.dataset.web;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.dataset.DatasetNotFound;
import dev.babyagi.dataset.DatasetNotReady;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of datasets to problems of the HTTP API.
 */
@Component
class DatasetProblems implements ProblemMapping {

	@Override
	public Optional<Problem> map(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case DatasetNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case DatasetNotReady ex when ex.isRetryable() ->
				Problem.of(ProblemType.NO_RESULT, String.valueOf(ex.getMessage())).retryAfter(Duration.ofSeconds(1));
			case DatasetNotReady ex -> Problem.of(ProblemType.CONFLICT, String.valueOf(ex.getMessage()));
			default -> null;
		});
	}

}
