package dev.babyagi.web.header;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets headers that make browsers trust the declared media type of a response and load
 * nothing on its behalf. Only the console and Swagger UI may load their own scripts and
 * styles.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class SecurityHeadersFilter extends OncePerRequestFilter {

	private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	private static final String CONSOLE = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	private static final Set<String> CONSOLE_FILES = Set.of("/", "/console.css", "/console.js");

	private static final String SWAGGER_UI = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
			+ "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		addTo(response, policy(request.getRequestURI().substring(request.getContextPath().length())));
		chain.doFilter(request, response);
	}

	private static String policy(String path) {
		if (CONSOLE_FILES.contains(path)) {
			return CONSOLE;
		}
		return path.startsWith("/swagger-ui") ? SWAGGER_UI : NOTHING;
	}

	/** Adds the headers to a response that has passed no filter. */
	public static void addTo(HttpServletResponse response) {
		addTo(response, NOTHING);
	}

	private static void addTo(HttpServletResponse response, String policy) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", policy);
		response.setHeader("Referrer-Policy", "no-referrer");
	}

}
