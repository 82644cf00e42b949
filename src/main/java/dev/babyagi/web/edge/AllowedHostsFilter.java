package dev.babyagi.web.edge;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.problem.ProblemWriter;

/**
 * Refuses requests whose {@code Host} header names a host that is not allowed, so that a
 * web page cannot reach the service under a name of its own (DNS rebinding). A request of
 * HTTP/1.0 need not name one. Forwarded headers do not count, since a page may send any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class AllowedHostsFilter extends OncePerRequestFilter {

	private final AllowedHosts hosts;

	private final ProblemWriter problems;

	AllowedHostsFilter(HostSettings settings, ProblemWriter problems) {
		this.hosts = new AllowedHosts(settings.allowedHosts());
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String host = request.getHeader(HttpHeaders.HOST);
		if (host == null || this.hosts.allow(host)) {
			chain.doFilter(request, response);
		}
		else {
			this.problems.write(misdirected(), request, response);
		}
	}

	private static Problem misdirected() {
		return Problem.of(ProblemType.MISDIRECTED_REQUEST,
				"The service does not answer to this host name: use an IP address or localhost, or add the name to the "
						+ "setting babyagi.web.allowed-hosts")
			.error(HttpHeaders.HOST, "is not an allowed host");
	}

}
