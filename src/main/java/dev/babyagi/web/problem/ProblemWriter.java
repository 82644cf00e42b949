package dev.babyagi.web.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemBody;
import dev.babyagi.web.header.TraceContext;

/**
 * Writes a problem as the response of a request. All problems are written here, as JSON,
 * whatever the client accepts.
 */
@Component
public class ProblemWriter {

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		TraceContext trace = TraceContext.of(request).orElseGet(TraceContext::begin);
		byte[] body = this.json.writeValueAsBytes(ProblemBody.of(problem, path(request), trace.traceId()));
		response.resetBuffer();
		response.setStatus(problem.status());
		problem.headers().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/**
	 * Returns the path as the client wrote it, with its escapes, or nothing if the
	 * request is too broken to have one.
	 */
	private static @Nullable String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

}
