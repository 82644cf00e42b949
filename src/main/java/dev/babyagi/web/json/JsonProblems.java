package dev.babyagi.web.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Turns errors of Jackson into problems that a client understands: fields are named by
 * their JSON pointer and types by their JSON name. Jackson's own messages contain our
 * class names.
 */
public final class JsonProblems {

	private JsonProblems() {
	}

	/** Returns the problem for a body that is not JSON or exceeds a limit. */
	static Problem unreadable(JacksonException exception, String pointer) {
		if (exception instanceof StreamConstraintsException) {
			return Problem.invalid(pointer, "exceeds a limit: at most 100 levels, 100,000 characters in a string, "
					+ "1,000 in a name or a number, 100,000 values and names in all");
		}
		if (exception instanceof StreamReadException && exception.getOriginalMessage().startsWith("Duplicate")) {
			return Problem.invalid(pointer, "occurs twice in the same object");
		}
		return Problem.of(ProblemType.INVALID_REQUEST, "The body is not JSON: see line %d, column %d"
			.formatted(exception.getLocation().getLineNr(), exception.getLocation().getColumnNr()));
	}

	/** Returns the problem for a body that is JSON but does not fit the route. */
	public static Problem unbound(JacksonException exception) {
		String pointer = pointer(exception.getPath());
		return switch (exception) {
			case UnrecognizedPropertyException unknown ->
				Problem.invalid(pointer, "is not known; known here: " + names(unknown.getKnownPropertyIds()));
			case MismatchedInputException mismatch -> Problem.invalid(pointer, mustBe(mismatch.getTargetType()));
			case InputCoercionException overflow -> Problem.invalid(pointer, mustBe(overflow.getTargetType()));
			default -> Problem.invalid(pointer, "is not valid");
		};
	}

	private static String pointer(List<JacksonException.Reference> path) {
		JsonPointer pointer = JsonPointer.empty();
		for (JacksonException.Reference step : path) {
			String property = step.getPropertyName();
			pointer = (property != null) ? pointer.appendProperty(property)
					: pointer.appendIndex(Math.max(0, step.getIndex()));
		}
		return pointer.toString();
	}

	private static String names(@Nullable Collection<Object> names) {
		return (names != null) ? names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
				: "nothing";
	}

	private static String mustBe(@Nullable Class<?> type) {
		return "must be " + ((type != null) ? form(type) : "something else");
	}

	/** Describes the values of a type in JSON or in a query. */
	public static String form(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + Stream.of(type.getEnumConstants())
				.map((constant) -> WireEnums.nameOf((Enum<?>) constant))
				.collect(Collectors.joining(", "));
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (isOneOf(type, int.class, Integer.class, long.class, Long.class, BigInteger.class)) {
			return "an integer" + (isOneOf(type, int.class, Integer.class) ? " of at most 10 digits" : "");
		}
		if (isOneOf(type, double.class, Double.class, float.class, Float.class, BigDecimal.class)) {
			return "a number";
		}
		if (type == Instant.class) {
			return "an instant such as 2026-01-31T12:00:00Z";
		}
		if (type == Duration.class) {
			return "a duration such as PT30M";
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "a string";
		}
		return (type.isArray() || Collection.class.isAssignableFrom(type)) ? "an array" : "an object";
	}

	private static boolean isOneOf(Class<?> type, Class<?>... types) {
		return List.of(types).contains(type);
	}

}
