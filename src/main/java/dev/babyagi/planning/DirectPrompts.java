package dev.babyagi.planning;

import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.planning.draft.PromptWindow;

/**
 * Writes the request for a direct answer.
 */
final class DirectPrompts {

	private static final PromptTemplate WITH_TOOLS = PromptTemplate.load("planning", "direct");

	private static final PromptTemplate TEXT = PromptTemplate.load("planning", "direct-text");

	private static final PromptTemplate SCHEMA = PromptTemplate.load("planning", "direct-schema");

	private DirectPrompts() {
	}

	static ModelRequest ask(PlanRequest request, PermittedTools tools) {
		JsonNode schema = request.outputSchema();
		if (schema != null) {
			return ask(request, SCHEMA.render(Map.of()), new ReplyForm.Structured("answer", schema));
		}
		if (tools.isEmpty()) {
			return ask(request, TEXT.render(Map.of()), ReplyForm.TEXT);
		}
		return ask(request, WITH_TOOLS.render(Map.of("tools", PlanPrompts.tools(tools))),
				new ReplyForm.Structured("direct", PlanSchema.direct(tools)));
	}

	private static ModelRequest ask(PlanRequest request, String system, ReplyForm form) {
		PromptWindow window = new PromptWindow(request.contextTokens());
		window.take(system);
		return ModelRequest.of(ModelRole.EXECUTOR, system, PlanPrompts.objective(request, window.left()), form);
	}

}
