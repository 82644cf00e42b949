package dev.babyagi.integration;

import java.util.Map;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * Writes the prompt that asks for the summary of an output, or of a part of it. A quarter
 * of the window is left for the reply.
 */
final class SummaryPrompt {

	private static final PromptTemplate SYSTEM = PromptTemplate.load("integration", "summary-system");

	private static final PromptTemplate SUMMARY = PromptTemplate.load("integration", "summary");

	private static final int MAX_TITLE = 400;

	private final JoinBrief brief;

	private final String objective;

	private final String title;

	SummaryPrompt(JoinBrief brief, Task task) {
		this.brief = brief;
		this.objective = PromptTemplate.data("objective",
				Excerpt.of(brief.objective(), brief.contextTokens() / 8).text());
		this.title = OneLine.of(task.title().isBlank() ? task.instruction() : task.title(), MAX_TITLE);
	}

	/** The most tokens of a part; negative if the window is too small. */
	int room() {
		int frame = TokenEstimate.in(SYSTEM.render(Map.of())) + TokenEstimate.in(user(""));
		return this.brief.contextTokens() * 3 / 4 - frame;
	}

	ModelRequest ask(String part) {
		return ModelRequest.of(ModelRole.JOINER, SYSTEM.render(Map.of()), user(part), ReplyForm.TEXT)
			.withTimeout(this.brief.timeout());
	}

	private String user(String part) {
		return SUMMARY.render(Map.of("objective", this.objective, "title", this.title, "output",
				PromptTemplate.data("output", part)));
	}

}
