package dev.babyagi.web.header;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the trace that a client sent, returns it in the response, and adds it to every
 * line that is logged for the request. The service needs nothing else of a tracing
 * library, so it uses none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

	private static final String LOGGED_AS = "traceId";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		TraceContext trace = TraceContext.of(request)
			.orElseGet(() -> TraceContext.follow(request.getHeader(TraceContext.HEADER)));
		trace.keep(request);
		response.setHeader(TraceContext.HEADER, trace.traceparent());
		MDC.put(LOGGED_AS, trace.traceId());
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(LOGGED_AS);
		}
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

}
