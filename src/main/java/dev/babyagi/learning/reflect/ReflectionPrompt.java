package dev.babyagi.learning.reflect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.learning.FeedbackDraft;
import dev.babyagi.lesson.LessonText;
import dev.babyagi.reply.ExactJson;

/**
 * Writes the prompt that asks for lessons. A quarter of the window is left for the reply;
 * the parts of the prompt share the rest by fixed fractions.
 */
final class ReflectionPrompt {

	private static final PromptTemplate SYSTEM = PromptTemplate.load("learning", "reflect-system");

	private static final PromptTemplate REFLECT = PromptTemplate.load("learning", "reflect");

	private static final PromptTemplate CONTRAST = PromptTemplate.load("learning", "reflect-contrast");

	private static final JsonNode SCHEMA = ExactJson.read("""
			{"type": "object", "additionalProperties": false, "required": ["lessons"], "properties": {
			  "lessons": {"type": "array", "maxItems": %d, "items": {
			    "type": "object", "additionalProperties": false,
			    "required": ["action", "lesson", "title", "when", "whenNot", "content"],
			    "properties": {
			      "action": {"type": "string", "enum": ["add", "edit", "merge", "retire"]},
			      "lesson": {"type": "string"},
			      "title": {"type": "string"},
			      "when": {"type": "string"},
			      "whenNot": {"type": "string"},
			      "content": {"type": "string"}}}}}}""".formatted(ReflectionReply.MOST_LESSONS));

	private ReflectionPrompt() {
	}

	/**
	 * Writes the prompt.
	 * @param contextTokens the window of the model
	 */
	static ModelRequest ask(ReflectionBrief brief, int contextTokens) {
		int part = contextTokens / 8;
		String user = REFLECT.render(Map.of("asked", data("objective", brief.asked(), part), "answer",
				data("answer", brief.answer(), part), "feedback", data("feedback", feedback(brief.said()), part),
				"contrast", contrast(brief.contrast(), part / 2), "lessons", data("lessons", lessons(brief), part)));
		return ModelRequest.of(ModelRole.REFLECTOR, SYSTEM.render(Map.of()), user,
				new ReplyForm.Structured("reflect", SCHEMA));
	}

	private static String data(String label, String text, int tokens) {
		return PromptTemplate.data(label, Excerpt.of(text, tokens).text());
	}

	private static String feedback(FeedbackDraft said) {
		List<String> lines = new ArrayList<>();
		add(lines, "Rating from -1 to 1", (said.rating() != null) ? said.rating().toString() : null);
		add(lines, "Labels", said.labels().isEmpty() ? null : String.join(", ", said.labels()));
		add(lines, "Comment", said.comment());
		add(lines, "Correction", said.correction());
		add(lines, "Expected answer", said.expectedOutput());
		return String.join("\n", lines);
	}

	private static void add(List<String> lines, String name, @Nullable String text) {
		if (text != null) {
			lines.add(name + ": " + text);
		}
	}

	private static String contrast(ReflectionBrief.@Nullable Contrast contrast, int tokens) {
		return (contrast != null) ? "\n" + CONTRAST.render(Map.of("asked", data("objective", contrast.asked(), tokens),
				"answer", data("answer", contrast.answer(), tokens))) + "\n" : "";
	}

	private static String lessons(ReflectionBrief brief) {
		List<String> lines = new ArrayList<>();
		brief.lessons().forEach((label, lesson) -> {
			LessonText text = lesson.text();
			lines.add(label + ": " + text.title() + "\n  When: " + text.when() + "\n  Not when: " + text.whenNot()
					+ "\n  " + text.content());
		});
		return lines.isEmpty() ? "none yet" : String.join("\n", lines);
	}

}
