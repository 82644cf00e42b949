package dev.babyagi.memory.web;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.memory.MemoryNotFound;
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
		return (exception instanceof MemoryNotFound)
				? Optional.of(Problem.of(ProblemType.NOT_FOUND, "There is no such memory")) : Optional.empty();
	}

}
