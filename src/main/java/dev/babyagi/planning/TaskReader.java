package dev.babyagi.planning;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.TaskId;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson;

/**
 * Reads one task of a planner's reply. What is missing is a fault, and something stands
 * in its place so that the other rules can still look at the whole plan.
 */
final class TaskReader {

	private static final String UNNAMED = "task number ";

	private final Terms terms;

	private final Findings findings;

	private final int number;

	TaskReader(Terms terms, Findings findings, int number) {
		this.terms = terms;
		this.findings = findings;
		this.number = number;
	}

	/** Whether an id was written, and not one that stands in where none was. */
	static boolean isNamed(String id) {
		return !id.startsWith(UNNAMED);
	}

	Task read(JsonNode entry) {
		String id = id(entry);
		String instruction = instruction(entry, id);
		return new Task(id, title(entry, instruction), instruction, assignment(entry, id), dependsOn(entry),
				Fields.list(entry, "covers"), expect(entry.path("expect")),
				Checks.read(entry.path("success"), id, this.findings), entry.path("sideEffect").asBoolean(false),
				Fields.constant(Fields.word(entry, "effort"), Effort.LOW), timeout(entry), null);
	}

	private String id(JsonNode entry) {
		String id = Fields.text(entry, "id");
		if (id == null || !isNamed(id)) {
			String stand = UNNAMED + this.number;
			this.findings.fault(stand, "id", "is missing; name it t" + this.number);
			return stand;
		}
		return TaskId.normalise(id).orElse(id);
	}

	private String instruction(JsonNode entry, String id) {
		String instruction = Fields.text(entry, "instruction");
		if (instruction == null) {
			this.findings.fault(id, "instruction", "is missing; say what to do, complete in itself");
			return "";
		}
		return instruction;
	}

	private static String title(JsonNode entry, String instruction) {
		String title = Fields.text(entry, "title");
		String words = (title != null) ? title : instruction;
		return Task.title(words);
	}

	private Assignment assignment(JsonNode entry, String id) {
		String word = Optional.ofNullable(Fields.word(entry, "assignment")).orElse("");
		if (this.terms.tools().find(word).isPresent()) {
			return tool(entry, id, word);
		}
		return switch (word) {
			// There is no memory module to recall from.
			case "think", "recall" -> new Assignment.Think();
			case "plan" -> new Assignment.SubPlan();
			case "tool" -> namedTool(entry, id);
			default -> {
				this.findings.fault(id, "assignment", "must be think, tool or plan");
				yield new Assignment.Think();
			}
		};
	}

	/**
	 * A tool that is not named is none: whoever thinks does what the instruction says.
	 */
	private Assignment namedTool(JsonNode entry, String id) {
		String name = Fields.text(entry, "tool");
		if (name != null) {
			return tool(entry, id, name);
		}
		this.findings.warn(id + ": no tool is named, so it is a task to think about");
		return new Assignment.Think();
	}

	private Assignment tool(JsonNode entry, String id, String name) {
		return new Assignment.UseTool(name, inputs(entry.path("inputs"), id));
	}

	private ObjectNode inputs(JsonNode written, String id) {
		JsonNode inputs = written.isString()
				? LooseJson.read(written.stringValue(), 0).map((found) -> found.root()).orElse(written) : written;
		if (inputs instanceof ObjectNode object) {
			return object;
		}
		if (!inputs.isNull() && !inputs.isMissingNode()) {
			this.findings.fault(id, "inputs", "must be a JSON object");
		}
		return ExactJson.object();
	}

	private static List<String> dependsOn(JsonNode entry) {
		return Fields.list(entry, "dependsOn")
			.stream()
			.map((id) -> TaskId.normalise(id).orElse(id))
			.distinct()
			.toList();
	}

	private static Expect expect(JsonNode entry) {
		if (entry.isString()) {
			return new Expect(Fields.constant(entry.stringValue(), Expect.Type.TEXT), null, null, null);
		}
		JsonNode maxChars = entry.path("maxChars");
		return new Expect(Fields.constant(Fields.word(entry, "type"), Expect.Type.TEXT),
				Fields.document(entry, "schema"), Fields.text(entry, "unit"),
				(maxChars.isInt() && maxChars.intValue() > 0) ? maxChars.intValue() : null);
	}

	private static @Nullable Duration timeout(JsonNode entry) {
		String text = Fields.text(entry, "timeout");
		try {
			return (text != null && Duration.parse(text).isPositive()) ? Duration.parse(text) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
