package dev.babyagi.web.problem;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JsonPointer;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.json.JsonProblems;

/**
 * Turns violated constraints on bodies and parameters into a problem that names every bad
 * field.
 */
final class FieldProblems {

	private FieldProblems() {
	}

	static Problem of(BindException invalid) {
		boolean body = invalid instanceof MethodArgumentNotValidException argument
				&& argument.getParameter().hasParameterAnnotation(RequestBody.class);
		return problem(named(invalid, body).toList());
	}

	static Problem of(HandlerMethodValidationException invalid) {
		return problem(invalid.getParameterValidationResults().stream().flatMap(FieldProblems::named).toList());
	}

	private static Stream<Problem.FieldError> named(ParameterValidationResult result) {
		MethodParameter parameter = result.getMethodParameter();
		if (result instanceof ParameterErrors errors) {
			return named(errors, parameter.hasParameterAnnotation(RequestBody.class));
		}
		return result.getResolvableErrors()
			.stream()
			.map((error) -> new Problem.FieldError(name(parameter), message(error)));
	}

	private static Stream<Problem.FieldError> named(Errors errors, boolean body) {
		return errors.getAllErrors()
			.stream()
			.map((error) -> new Problem.FieldError(place(error, body), message(errors, error)));
	}

	private static String place(ObjectError error, boolean body) {
		if (body && error.contains(ConstraintViolation.class)) {
			return pointer(error.unwrap(ConstraintViolation.class).getPropertyPath());
		}
		return (error instanceof FieldError field) ? field.getField() : "";
	}

	private static String message(Errors errors, ObjectError error) {
		if (error instanceof FieldError field && field.isBindingFailure()) {
			Class<?> type = errors.getFieldType(field.getField());
			return "must be " + JsonProblems.form(Objects.requireNonNullElse(type, String.class));
		}
		return message(error);
	}

	private static String message(MessageSourceResolvable error) {
		return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
	}

	/** Converts a path such as {@code tasks[0].title} to {@code /tasks/0/title}. */
	private static String pointer(Path path) {
		JsonPointer pointer = JsonPointer.empty();
		for (Path.Node node : path) {
			if (node.getIndex() != null) {
				pointer = pointer.appendIndex(node.getIndex());
			}
			else if (node.getKey() != null) {
				pointer = pointer.appendProperty(node.getKey().toString());
			}
			if (node.getKind() == ElementKind.PROPERTY) {
				pointer = pointer.appendProperty(node.getName());
			}
		}
		return pointer.toString();
	}

	private static String name(MethodParameter parameter) {
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
		String name = (header != null) ? header.name() : (query != null) ? query.name() : "";
		return name.isEmpty() ? Objects.requireNonNullElse(parameter.getParameterName(), "") : name;
	}

	private static Problem problem(List<Problem.FieldError> errors) {
		String detail = (errors.size() == 1) ? errors.getFirst().pointer() + " " + errors.getFirst().detail()
				: errors.size() + " fields are not valid";
		Problem problem = Problem.of(ProblemType.INVALID_REQUEST, detail.strip());
		errors.forEach((error) -> problem.error(error.pointer(), error.detail()));
		return problem;
	}

}
