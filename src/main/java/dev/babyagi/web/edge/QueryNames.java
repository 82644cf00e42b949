package dev.babyagi.web.edge;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

import dev.babyagi.web.Problem;
import dev.babyagi.web.QueryPrefix;
import dev.babyagi.web.json.JsonProblems;
import dev.babyagi.web.json.WireEnums;
import dev.babyagi.web.json.WireInstant;

/**
 * The query parameters that a route accepts: those of {@code @RequestParam}, and the
 * components of records that are bound from the query.
 *
 * @param types the type of each parameter by its name
 * @param prefix the beginning of other names that the route accepts; none if it is empty
 */
record QueryNames(Map<String, Class<?>> types, String prefix) {

	private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class, long.class, Long.class);

	private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

	static QueryNames of(HandlerMethod method) {
		Map<String, Class<?>> types = new HashMap<>();
		String prefix = "";
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
			if (query != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
				prefix = prefix(parameter);
			}
			else if (query != null) {
				types.put(query.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : query.name(),
						parameter.getParameterType());
			}
			else if (isBoundFromTheQuery(parameter)) {
				for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
					types.put(component.getName(), component.getType());
				}
			}
		}
		return new QueryNames(types, prefix);
	}

	void check(String name, List<String> values) {
		Class<?> type = this.types.get(name);
		if (type == null && !isPrefixed(name)) {
			throw Problem.invalid(name, "is not a query parameter of this route; " + known());
		}
		if (values.size() > 1 && !(type != null && takesSeveral(type))) {
			throw Problem.invalid(name, "is given " + values.size() + " times");
		}
		if (values.contains("")) {
			throw Problem.invalid(name, "has no value");
		}
		if (type != null && !values.stream().allMatch((value) -> isSpelling(value, type))) {
			throw Problem.invalid(name, "must be " + JsonProblems.form(type));
		}
	}

	private boolean isPrefixed(String name) {
		return !this.prefix.isEmpty() && name.length() > this.prefix.length() && name.startsWith(this.prefix);
	}

	private static String prefix(MethodParameter parameter) {
		QueryPrefix prefix = parameter.getParameterAnnotation(QueryPrefix.class);
		if (prefix == null) {
			throw new IllegalStateException(parameter + " takes parameters of any name: it needs a @QueryPrefix");
		}
		return prefix.value();
	}

	/**
	 * Spring would accept more: the name of the Java constant of an enum, numbers in hex
	 * and in digits of other scripts, and a count of milliseconds as an instant.
	 */
	private static boolean isSpelling(String value, Class<?> type) {
		if (type.isEnum()) {
			return Stream.of(type.getEnumConstants())
				.anyMatch((constant) -> WireEnums.nameOf((Enum<?>) constant).equals(value));
		}
		if (INTEGERS.contains(type)) {
			return INTEGER.matcher(value).matches();
		}
		return type != Instant.class || isInstant(value);
	}

	private static boolean isInstant(String value) {
		try {
			WireInstant.parse(value);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private String known() {
		Stream<String> prefixed = this.prefix.isEmpty() ? Stream.empty() : Stream.of(this.prefix + "<name>");
		return this.types.isEmpty() ? "the route takes none" : "the route takes "
				+ Stream.concat(this.types.keySet().stream(), prefixed).sorted().collect(Collectors.joining(", "));
	}

	private static boolean takesSeveral(Class<?> type) {
		return type.isArray() || Collection.class.isAssignableFrom(type);
	}

	private static boolean isBoundFromTheQuery(MethodParameter parameter) {
		boolean annotatedByWeb = Arrays.stream(parameter.getParameterAnnotations())
			.anyMatch((annotation) -> annotation.annotationType()
				.getName()
				.startsWith("org.springframework.web.bind.annotation."));
		return parameter.getParameterType().isRecord() && !annotatedByWeb;
	}

}
