package dev.babyagi.web.problem;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Answers every exception that occurs in a controller or while a controller is chosen.
 */
@Component
public class ProblemResolver implements HandlerExceptionResolver {

	private static final Logger logger = LoggerFactory.getLogger(ProblemResolver.class);

	private final List<ProblemMapping> mappings;

	private final ProblemWriter writer;

	ProblemResolver(List<ProblemMapping> mappings, ProblemWriter writer) {
		this.mappings = mappings;
		this.writer = writer;
	}

	@Override
	public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		if (exception instanceof AsyncRequestNotUsableException) {
			// The client has closed the connection; nobody reads an answer.
			return new ModelAndView();
		}
		Problem problem = problem(exception);
		log(problem, request);
		try {
			this.writer.write(problem, request, response);
		}
		catch (IOException ex) {
			logger.debug("The client closed the connection before its answer", ex);
		}
		return new ModelAndView();
	}

	private Problem problem(Exception exception) {
		return this.mappings.stream()
			.map((mapping) -> mapping.map(exception))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseGet(() -> ProblemClassifier.from(exception));
	}

	private static void log(Problem problem, HttpServletRequest request) {
		if (problem.type() == ProblemType.INTERNAL) {
			logger.error("{} {} failed", request.getMethod(), request.getRequestURI(), problem.getCause());
		}
		else if (problem.status() >= 500) {
			logger.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.getMessage());
		}
		else {
			logger.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.getMessage());
		}
	}

}
