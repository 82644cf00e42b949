package dev.babyagi.memory.web;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.memory.MemoryNotFound;
import dev.babyagi.memory.NoExtractorModel;
import dev.babyagi.memory.SecretLikeText;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of memories to problems of the HTTP API.
 */
@Component
class MemoryProblems implements ProblemMapping {

	@Override
	public Optional<Problem> map(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case MemoryNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case SecretLikeText ex -> Problem.of(ProblemType.UNPROCESSABLE, String.valueOf(ex.getMessage()));
			case NoExtractorModel ex -> Problem.of(ProblemType.MODEL_NOT_CONFIGURED, String.valueOf(ex.getMessage()));
			default -> null;
		});
	}

}
