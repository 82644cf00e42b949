package dev.babyagi.execution.perform;

import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.check.ReplyFormat;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.OneLine;

/**
 * The sections of a prompt about the task itself: what to do, what is expected, and how
 * it is checked.
 */
final class TaskSections {

	private static final PromptTemplate TASK = PromptTemplate.load("execution", "task");

	private static final Map<Expect.Type, PromptTemplate> REPLIES = Map.of(Expect.Type.TEXT, load("reply-text"),
			Expect.Type.NUMBER, load("reply-number"), Expect.Type.BOOLEAN, load("reply-boolean"), Expect.Type.DATE,
			load("reply-date"));

	private static final PromptTemplate JSON = load("reply-json");

	private static final PromptTemplate JSON_VALUE = load("reply-json-value");

	private static final Map<Success.Kind, PromptTemplate> CRITERIA = Map.of(Success.Kind.RECOMPUTE,
			load("success-recompute"), Success.Kind.REGEX, load("success-regex"), Success.Kind.RUBRIC,
			load("success-rubric"), Success.Kind.RANGE, load("success-range"));

	private static final int MAX_UNIT = 40;

	private static final int MAX_CRITERION = 1_000;

	private TaskSections() {
	}

	/** The form of the reply, in words. */
	static String reply(Task task, ReplyFormat shape) {
		PromptTemplate plain = REPLIES.get(task.expect().type());
		if (plain == null || shape.isStructured()) {
			return (shape.wrapped() ? JSON_VALUE : JSON).render(Map.of());
		}
		return plain.render(Map.of());
	}

	/** The task itself. */
	static String task(Task task, Map<String, Artifact> artifacts) {
		return TASK.render(Map.of("id", task.id(), "instruction", pointed(task.instruction(), artifacts), "expected",
				expected(task.expect()), "criterion", criterion(task.success(), artifacts)));
	}

	private static String expected(Expect expect) {
		String unit = (expect.unit() != null) ? ", in " + OneLine.of(expect.unit(), MAX_UNIT) : "";
		String length = (expect.maxChars() != null) ? ", at most " + expect.maxChars() + " characters" : "";
		return expect.type().name().toLowerCase(Locale.ROOT) + unit + length;
	}

	private static String criterion(Success success, Map<String, Artifact> artifacts) {
		PromptTemplate criterion = CRITERIA.get(success.kind());
		JsonNode arg = success.arg();
		if (criterion == null || arg == null) {
			return "";
		}
		String text = pointed(arg.isString() ? arg.stringValue() : arg.toString(), artifacts);
		return "\n" + criterion.render(Map.of("arg", OneLine.of(text, MAX_CRITERION)));
	}

	/**
	 * Replaces references to numbers, booleans and dates by their values. Any other
	 * output is untrusted and must not stand among instructions: its reference is
	 * replaced by a pointer to the place where it is quoted.
	 */
	private static String pointed(String text, Map<String, Artifact> artifacts) {
		return References.render(text, (reference) -> {
			Artifact artifact = artifacts.get(reference.taskId());
			return (artifact != null) ? pointed(reference, artifact) : pointer(reference);
		});
	}

	private static String pointed(Reference reference, Artifact artifact) {
		boolean date = artifact.type() == Expect.Type.DATE;
		return reference.within(artifact.value())
			.filter((value) -> date || value.isNumber() || value.isBoolean())
			.map(DisplayValues::text)
			.orElseGet(() -> pointer(reference));
	}

	private static String pointer(Reference reference) {
		String text = reference.text();
		String path = text.substring(text.indexOf(".output") + ".output".length(), text.length() - 1);
		return "[the output of " + reference.taskId() + (path.isEmpty() ? "" : ", its part " + path) + "]";
	}

	private static PromptTemplate load(String name) {
		return PromptTemplate.load("execution", name);
	}

}
