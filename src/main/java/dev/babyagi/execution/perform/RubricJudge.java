package dev.babyagi.execution.perform;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.BooleanReader;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.ReplyJson;

/**
 * Asks a model whether an output meets the criterion of its task. It is shown the
 * criterion and the output, and nothing else. If the budget does not cover the call, or
 * there is no usable reply, the output counts as not checked.
 */
@Component
class RubricJudge {

	private static final PromptTemplate SYSTEM = PromptTemplate.load("execution", "judge-system");

	private static final PromptTemplate JUDGE = PromptTemplate.load("execution", "judge");

	private static final JsonNode SCHEMA = ExactJson.read("""
			{"type": "object", "additionalProperties": false, "required": ["reason", "met"], "properties": {
			  "reason": {"type": "string"}, "met": {"type": "boolean"}}}""");

	private static final int MAX_REASON = 300;

	private final LanguageModel model;

	RubricJudge(LanguageModel model) {
		this.model = model;
	}

	/** Judges an artifact, if its task names a rubric. */
	Judgement judge(Success success, Artifact artifact, Meter meter) {
		JsonNode criterion = success.arg();
		if (success.kind() != Success.Kind.RUBRIC || criterion == null) {
			return Judgement.NONE;
		}
		ModelRequest request = request(DisplayValues.text(criterion), artifact);
		Optional<Meter.Reservation> reservation = meter.reserve(this.model.estimate(request), ModelUsage.NONE);
		if (reservation.isEmpty()) {
			return Judgement.NONE;
		}
		ModelResult result = this.model.ask(request, meter, reservation.get());
		if (!(result instanceof ModelResult.Reply reply)) {
			return new Judgement(null, "", result.usage());
		}
		return ReplyJson.find(reply.text())
			.map(Document::root)
			.map((root) -> new Judgement(met(root), OneLine.of(root.path("reason").asString(""), MAX_REASON),
					reply.usage()))
			.orElseGet(() -> new Judgement(null, "", reply.usage()));
	}

	private static @Nullable Boolean met(JsonNode root) {
		JsonNode met = root.path("met");
		if (met.isBoolean()) {
			return met.booleanValue();
		}
		return (BooleanReader.read(met.asString("")) instanceof ReadingResult.Value(JsonNode value))
				? value.booleanValue() : null;
	}

	private ModelRequest request(String criterion, Artifact artifact) {
		int part = this.model.contextTokens(ModelRole.JUDGE) / 4;
		String user = JUDGE
			.render(Map.of("criterion", PromptTemplate.data("criterion", Excerpt.of(criterion, part).text()), "output",
					PromptTemplate.data("output", Excerpt.of(artifact.text(), 2 * part).text())));
		return ModelRequest.of(ModelRole.JUDGE, SYSTEM.render(Map.of()), user,
				new ReplyForm.Structured("judge", SCHEMA));
	}

	/**
	 * What a judge says.
	 *
	 * @param met whether the criterion is met; {@code null} if there is no verdict
	 * @param reason why
	 * @param usage what the call used
	 */
	record Judgement(@Nullable Boolean met, String reason, ModelUsage usage) {

		/** Nobody was asked. */
		static final Judgement NONE = new Judgement(null, "", ModelUsage.NONE);

	}

}
