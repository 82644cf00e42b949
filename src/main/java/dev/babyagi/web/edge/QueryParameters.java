package dev.babyagi.web.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a route does not accept, so that a mistyped filter does
 * not list everything. A parameter is given once, has a value, and holds only characters
 * that a body may hold.
 */
class QueryParameters implements HandlerInterceptor {

	private final Map<HandlerMethod, QueryNames> names = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String query = request.getQueryString();
		if (handler instanceof HandlerMethod method && isOurs(method)) {
			QueryNames known = this.names.computeIfAbsent(method, QueryNames::of);
			QueryString.parse((query != null) ? query : "").forEach((name, values) -> known.check(name, values));
		}
		return true;
	}

	private static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getName().startsWith("dev.babyagi.");
	}

}
