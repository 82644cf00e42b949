package dev.babyagi.memory.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.WireId;
import dev.babyagi.redaction.SecretPatterns;
import dev.babyagi.web.Problem;
import dev.babyagi.web.Problem.FieldError;
import dev.babyagi.web.ProblemType;

/**
 * Turns requests into drafts, or rejects them with every field that cannot be met.
 */
@Component
class MemoryRequestReader {

	private static final double USUAL = 0.5;

	private final Clock clock;

	MemoryRequestReader(Clock clock) {
		this.clock = clock;
	}

	MemoryDraft read(MemoryRequest request) {
		return readAll(List.of(request), "").getFirst();
	}

	/**
	 * Reads several requests.
	 * @param requests the requests
	 * @param prefix the JSON pointer of their list
	 */
	List<MemoryDraft> readAll(List<MemoryRequest> requests, String prefix) {
		List<FieldError> errors = new ArrayList<>();
		List<MemoryDraft> drafts = new ArrayList<>();
		for (int index = 0; index < requests.size(); index++) {
			if (!prefix.isEmpty() && requests.get(index).isInferred()) {
				errors.add(new FieldError(prefix + "/" + index + "/infer", "is not possible in a batch"));
			}
			drafts.add(read(requests.get(index), prefix.isEmpty() ? "" : prefix + "/" + index, errors));
		}
		if (!errors.isEmpty()) {
			String fields = String.join(", ", errors.stream().map(FieldError::pointer).distinct().limit(20).toList());
			Problem problem = Problem.of(ProblemType.UNPROCESSABLE, "These fields cannot be remembered so: " + fields);
			errors.forEach((error) -> problem.error(error.pointer(), error.detail()));
			throw problem;
		}
		return drafts;
	}

	private MemoryDraft read(MemoryRequest request, String at, List<FieldError> errors) {
		Instant now = this.clock.instant();
		Instant expiresAt = request.expiresAt();
		if (expiresAt != null && !expiresAt.isAfter(now)) {
			errors.add(new FieldError(at + "/expiresAt", "has passed"));
		}
		if (request.isInferred()) {
			request.besidesText()
				.forEach((field) -> errors.add(new FieldError(at + "/" + field,
						"cannot be given with infer: a model finds what the text states")));
		}
		SecretPatterns.find(String.join("\n", request.text(), (request.value() != null) ? request.value() : ""))
			.ifPresent((secret) -> errors.add(new FieldError(at + "/text",
					"holds what looks like a secret (" + secret + "), and secrets are not remembered")));
		MemoryKind kind = (request.kind() == MemoryRequest.Kind.PREFERENCE) ? MemoryKind.PREFERENCE : MemoryKind.FACT;
		MemoryTrust trust = (request.trust() == MemoryRequest.Voucher.UNTRUSTED) ? MemoryTrust.UNTRUSTED
				: MemoryTrust.USER;
		Map<String, String> metadata = (request.metadata() != null) ? request.metadata() : Map.of();
		return new MemoryDraft(request.text(), kind, trust, context(request.contextId(), at + "/contextId"),
				statement(request, at, errors), (request.importance() != null) ? request.importance() : USUAL, null,
				now, expiresAt, metadata);
	}

	static @Nullable ContextId context(@Nullable String text, String pointer) {
		return (text != null)
				? WireId.parse("ctx", text)
					.map(ContextId::new)
					.orElseThrow(() -> Problem.invalid(pointer, "is not an id of a context, such as ctx_01M88..."))
				: null;
	}

	private static @Nullable Statement statement(MemoryRequest request, String at, List<FieldError> errors) {
		String subject = request.subject();
		String attribute = request.attribute();
		String value = request.value();
		if (subject != null && attribute != null && value != null) {
			return new Statement(subject, attribute, value);
		}
		if (subject != null || attribute != null || value != null) {
			errors.add(new FieldError(at + missing(subject, attribute),
					"is missing: subject, attribute and value come together"));
		}
		return null;
	}

	private static String missing(@Nullable String subject, @Nullable String attribute) {
		if (subject == null) {
			return "/subject";
		}
		return (attribute != null) ? "/value" : "/attribute";
	}

}
