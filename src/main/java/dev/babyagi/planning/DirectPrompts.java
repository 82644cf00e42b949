package dev.babyagi.planning;

import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.babyagi.language.Ask;
import dev.babyagi.language.Prompt;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.Role;

/**
 * What the one call of a direct answer is asked.
 */
final class DirectPrompts {

	private static final Prompt WITH_TOOLS = Prompt.load("planning", "direct");

	private static final Prompt TEXT = Prompt.load("planning", "direct-text");

	private static final Prompt SCHEMA = Prompt.load("planning", "direct-schema");

	private DirectPrompts() {
	}

	static Ask ask(Commission commission, Toolbox tools) {
		JsonNode schema = commission.outputSchema();
		if (schema != null) {
			return ask(commission, SCHEMA.render(Map.of()), new ReplyForm.Structured("answer", schema));
		}
		if (tools.isEmpty()) {
			return ask(commission, TEXT.render(Map.of()), ReplyForm.TEXT);
		}
		return ask(commission, WITH_TOOLS.render(Map.of("tools", PlanPrompts.tools(tools))),
				new ReplyForm.Structured("direct", PlanSchema.direct(tools)));
	}

	private static Ask ask(Commission commission, String system, ReplyForm form) {
		Window window = new Window(commission.contextTokens());
		window.take(system);
		return Ask.of(Role.EXECUTOR, system,
				Prompt.data("objective", Window.cut(commission.objective(), window.left())), form);
	}

}
