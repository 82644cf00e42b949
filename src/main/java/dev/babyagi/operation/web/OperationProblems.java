package dev.babyagi.operation.web;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.operation.OperationNotFound;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of operations to problems of the HTTP API.
 */
@Component
class OperationProblems implements ProblemMapping {

	@Override
	public Optional<Problem> map(Exception exception) {
		return (exception instanceof OperationNotFound)
				? Optional.of(Problem.of(ProblemType.NOT_FOUND, "There is no such operation")) : Optional.empty();
	}

}
