package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.RefusalDetector;
import dev.babyagi.reply.ReplyJson;

/**
 * Reads the joiner's reply and decides on the verdict.
 */
final class JoinReview {

	private static final int MAX_TEXT = 200;

	private static final int MAX_NUMBERS = 10;

	private static final String NO_FORM = "The answer did not come in the form that was asked for, so that no claims are known";

	private static final String NOT_JOINED = "The answers of the tasks could not be joined";

	private final JoinBrief brief;

	private final Citations citations;

	JoinReview(JoinBrief brief) {
		this.brief = brief;
		this.citations = new Citations(brief);
	}

	Verdict read(String reply) {
		return JoinReply.read(reply).map(this::judge).orElseGet(() -> judgeFormless(reply.strip()));
	}

	private Verdict judge(JoinReply reply) {
		List<String> errors = new ArrayList<>();
		Citations.Sorted claims = this.citations.sort(reply.claims(), errors);
		List<String> warnings = new ArrayList<>(claims.warnings());
		if (reply.replan()) {
			return replan(reply, claims, warnings);
		}
		warnings.addAll(this.citations.uncovered(claims.cited(), reply.missing(), errors));
		reply.missing().forEach((missing) -> warnings.add("Not answered: " + missing));
		Verdict.Settled settled = settle(reply.answer(), claims.claims(), warnings, errors);
		return errors.isEmpty() ? settled : new Verdict.Faulty(errors, settled);
	}

	private Verdict.Settled settle(@Nullable JsonNode answer, List<Claim> claims, List<String> warnings,
			List<String> errors) {
		if (answer == null) {
			errors.add("answer is empty");
			return gap(NOT_JOINED);
		}
		JsonNode schema = this.brief.outputSchema();
		if (schema == null) {
			return new Verdict.Satisfied(grounded(Answer.ofText(DisplayValues.text(answer), warnings, claims)));
		}
		Optional<JsonNode> fitting = SchemaCoercion.fit(answer, schema);
		if (fitting.isPresent()) {
			return new Verdict.Satisfied(grounded(Answer.ofJson(fitting.get(), warnings, claims)));
		}
		errors.add("answer does not fit its schema: " + String.join("; ", SchemaCoercion.misfits(answer, schema)));
		return unfit(answer, warnings, claims);
	}

	private Verdict replan(JoinReply reply, Citations.Sorted claims, List<String> warnings) {
		List<String> missing = reply.missing().isEmpty()
				? List.of("The joiner found the outputs insufficient and did not say what is missing")
				: reply.missing();
		JsonNode answer = reply.answer();
		if (answer == null) {
			return new Verdict.Gap(missing,
					PartialAnswer.of(this.brief.plan(), this.brief.artifacts(), this.brief.states(), missing));
		}
		missing.forEach((gap) -> warnings.add("Missing: " + gap));
		Verdict.Settled settled = settle(answer, claims.claims(), warnings, new ArrayList<>());
		return new Verdict.Gap(missing, settled.answer());
	}

	/**
	 * Judges a reply that is not JSON of the form that was asked for, as some models
	 * cannot write it. Plain words are an answer; JSON of another form is none.
	 */
	private Verdict judgeFormless(String reply) {
		if (reply.isEmpty() || RefusalDetector.is(reply)) {
			return new Verdict.Faulty(List.of(reply.isEmpty() ? "the reply is empty" : "the reply refuses to answer"),
					gap(NOT_JOINED));
		}
		return new Verdict.Faulty(List.of("the reply is not the JSON object that was asked for"), formless(reply));
	}

	private Verdict.Settled formless(String reply) {
		JsonNode schema = this.brief.outputSchema();
		JsonNode text = Answer.ofText(reply, List.of(), List.of()).answer();
		Optional<JsonNode> fitting = (schema != null) ? SchemaCoercion.fit(text, schema) : Optional.of(text);
		if (ReplyJson.isMeant(reply) && fitting.filter((found) -> !found.isString()).isEmpty()) {
			return gap(NOT_JOINED);
		}
		if (fitting.isEmpty()) {
			return unfit(text, List.of(NO_FORM), List.of());
		}
		Answer answer = (schema != null) ? Answer.ofJson(fitting.get(), List.of(NO_FORM), List.of())
				: Answer.ofText(reply, List.of(NO_FORM), List.of());
		return new Verdict.Satisfied(grounded(answer));
	}

	private Verdict.Gap unfit(JsonNode answer, List<String> warnings, List<Claim> claims) {
		String gap = "The answer does not fit the output schema";
		List<String> all = new ArrayList<>(warnings);
		all.add(gap);
		String text = DisplayValues.text(answer);
		return new Verdict.Gap(List.of(gap), grounded(Answer.ofText(text, all, claims)));
	}

	private Verdict.Gap gap(String missing) {
		List<String> gaps = List.of(missing);
		return new Verdict.Gap(gaps,
				PartialAnswer.of(this.brief.plan(), this.brief.artifacts(), this.brief.states(), gaps));
	}

	private Answer grounded(Answer answer) {
		List<String> warnings = new ArrayList<>();
		List<String> summarized = this.brief.summaries().keySet().stream().sorted().toList();
		if (!summarized.isEmpty()) {
			warnings.add("Too long to be joined in full, and summarized first: the outputs of "
					+ String.join(", ", summarized));
		}
		List<String> cut = JoinPrompt.cut(this.brief);
		if (!cut.isEmpty()) {
			warnings.add("Too long to be joined in full, and cut: the outputs of " + String.join(", ", cut));
		}
		Set<String> cited = answer.claims()
			.stream()
			.flatMap((claim) -> claim.cites().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		new Grounding(this.citations.sources(cited)).ungrounded(answer.answer())
			.stream()
			.limit(MAX_NUMBERS)
			.forEach((number) -> warnings.add("The number " + OneLine.of(number, MAX_TEXT)
					+ " stands neither in the objective nor in a cited output"));
		return answer.withWarnings(warnings);
	}

}
