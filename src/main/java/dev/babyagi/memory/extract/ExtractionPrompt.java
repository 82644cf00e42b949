package dev.babyagi.memory.extract;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.TokenShares;
import dev.babyagi.reply.ExactJson;

/**
 * Writes the prompt that asks for facts. A quarter of the window is left for the reply,
 * the names in use take at most an eighth of the rest, and the texts share what remains.
 */
final class ExtractionPrompt {

	private static final PromptTemplate SYSTEM = PromptTemplate.load("memory", "extract-system");

	private static final PromptTemplate EXTRACT = PromptTemplate.load("memory", "extract");

	private static final PromptTemplate ANSWER = PromptTemplate.load("memory", "extract-answer");

	private static final JsonNode SCHEMA = ExactJson.read("""
			{"type": "object", "additionalProperties": false, "required": ["facts"], "properties": {
			  "facts": {"type": "array", "maxItems": %d, "items": {
			    "type": "object", "additionalProperties": false,
			    "required": ["kind", "subject", "attribute", "value", "text", "quote"],
			    "properties": {
			      "kind": {"type": "string", "enum": ["fact", "preference"]},
			      "subject": {"type": "string"},
			      "attribute": {"type": "string"},
			      "value": {"type": "string"},
			      "text": {"type": "string"},
			      "quote": {"type": "string"}}}}}}""".formatted(ExtractionReply.MOST_FACTS));

	private ExtractionPrompt() {
	}

	/**
	 * Writes the prompt.
	 * @param known the names in use
	 * @param contextTokens the window of the model
	 */
	static ModelRequest ask(ExtractionSource source, List<String> known, int contextTokens) {
		String system = SYSTEM.render(Map.of());
		int room = contextTokens * 3 / 4 - TokenEstimate.in(system) - TokenEstimate.in(SCHEMA.toString());
		String names = Excerpt.of(known.isEmpty() ? "none yet" : String.join("\n", known), room / 8).text();
		String frame = EXTRACT.render(Map.of("known", PromptTemplate.data("names", names), "said",
				PromptTemplate.data("text", ""), "answer", answer(" ")));
		int[] shares = TokenShares.of(List.of(TokenEstimate.in(source.said()), TokenEstimate.in(source.answer())),
				room - TokenEstimate.in(frame));
		String user = EXTRACT.render(Map.of("known", PromptTemplate.data("names", names), "said",
				PromptTemplate.data("text", Excerpt.of(source.said(), shares[0]).text()), "answer",
				answer(Excerpt.of(source.answer(), shares[1]).text())));
		return ModelRequest.of(ModelRole.EXTRACTOR, system, user, new ReplyForm.Structured("extract", SCHEMA));
	}

	private static String answer(String answer) {
		return answer.isEmpty() ? "" : ANSWER.render(Map.of("answer", PromptTemplate.data("answer", answer)));
	}

}
