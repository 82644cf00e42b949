package dev.babyagi.web.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.problem.ProblemWriter;

/**
 * Refuses bodies of more than 256 kB. If the client declares the length, the body is
 * refused at once, else as soon as that many bytes have been read. The rest is not read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public class BodyLimitFilter extends OncePerRequestFilter {

	/** The limit from the HTTP contract, in bytes. */
	public static final int LIMIT = 256 * 1024;

	private final ProblemWriter problems;

	BodyLimitFilter(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > LIMIT) {
			this.problems.write(tooLarge(), request, response);
			// Sent before the container reads the rest, so that the client can stop.
			response.flushBuffer();
			return;
		}
		chain.doFilter(new Limited(request), response);
	}

	static Problem tooLarge() {
		return Problem.of(ProblemType.TOO_LARGE, "The body is larger than " + LIMIT + " bytes")
			.header(HttpHeaders.CONNECTION, "close");
	}

	private static final class Limited extends HttpServletRequestWrapper {

		private @Nullable ServletInputStream body;

		private Limited(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			ServletInputStream limited = this.body;
			if (limited == null) {
				limited = new LimitedInputStream(super.getInputStream(), LIMIT);
				this.body = limited;
			}
			return limited;
		}

		@Override
		public BufferedReader getReader() throws IOException {
			return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
		}

	}

}
