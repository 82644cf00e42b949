package dev.babyagi.planning.draft;

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
 * Reads one task of a planner's reply. A missing field is a fault and gets a placeholder,
 * so that the other rules can still check the whole plan.
 */
public final class TaskReader {

	private static final String UNNAMED = "task number ";

	private final DraftConstraints constraints;

	private final ValidationReport report;

	private final int number;

	TaskReader(DraftConstraints constraints, ValidationReport report, int number) {
		this.constraints = constraints;
		this.report = report;
		this.number = number;
	}

	/** Returns whether the planner wrote this id; if not, it is a placeholder. */
	public static boolean isNamed(String id) {
		return !id.startsWith(UNNAMED);
	}

	Task read(JsonNode entry) {
		String id = id(entry);
		String instruction = instruction(entry, id);
		return new Task(id, title(entry, instruction), instruction, assignment(entry, id), dependsOn(entry),
				ReplyFields.list(entry, "covers"), expect(entry.path("expect")),
				SuccessReader.read(entry.path("success"), id, this.report), entry.path("sideEffect").asBoolean(false),
				ReplyFields.constant(ReplyFields.word(entry, "effort"), Effort.LOW), timeout(entry), null);
	}

	private String id(JsonNode entry) {
		String id = ReplyFields.text(entry, "id");
		if (id == null || !isNamed(id)) {
			String stand = UNNAMED + this.number;
			this.report.fault(stand, "id", "is missing; name it t" + this.number);
			return stand;
		}
		return TaskId.normalise(id).orElse(id);
	}

	private String instruction(JsonNode entry, String id) {
		String instruction = ReplyFields.text(entry, "instruction");
		if (instruction == null) {
			this.report.fault(id, "instruction", "is missing; say what to do, complete in itself");
			return "";
		}
		return instruction;
	}

	private static String title(JsonNode entry, String instruction) {
		String title = ReplyFields.text(entry, "title");
		String words = (title != null) ? title : instruction;
		return Task.title(words);
	}

	private Assignment assignment(JsonNode entry, String id) {
		String word = Optional.ofNullable(ReplyFields.word(entry, "assignment")).orElse("");
		if (this.constraints.tools().find(word).isPresent()) {
			return tool(entry, id, word);
		}
		return switch (word) {
			case "think" -> new Assignment.Think();
			// Models write this assignment even if they were told that there is nothing.
			case "recall" -> this.constraints.recalls() ? new Assignment.Recall() : new Assignment.Think();
			case "plan" -> new Assignment.SubPlan();
			case "tool" -> namedTool(entry, id);
			default -> {
				this.report.fault(id, "assignment", this.constraints.recalls() ? "must be think, tool, recall or plan"
						: "must be think, tool or plan");
				yield new Assignment.Think();
			}
		};
	}

	/**
	 * A tool use that names no tool becomes a {@code think} task, whose model follows the
	 * instruction.
	 */
	private Assignment namedTool(JsonNode entry, String id) {
		String title = ReplyFields.text(entry, "title");
		String tool = ReplyFields.text(entry, "tool");
		String name = (tool == null && title != null && this.constraints.tools().find(title).isPresent()) ? title
				: tool;
		if (name != null) {
			return tool(entry, id, name);
		}
		this.report.warn(id + ": it names no tool, so a model carries it out");
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
			this.report.fault(id, "inputs", "must be a JSON object");
		}
		return ExactJson.object();
	}

	private static List<String> dependsOn(JsonNode entry) {
		List<String> written = entry.path("dependsOn").isNumber() ? List.of(entry.path("dependsOn").asString())
				: ReplyFields.list(entry, "dependsOn");
		return written.stream().map((id) -> TaskId.normalise(id).orElse(id)).distinct().toList();
	}

	private static Expect expect(JsonNode entry) {
		if (entry.isString()) {
			return new Expect(ReplyFields.constant(entry.stringValue(), Expect.Type.TEXT), null, null, null);
		}
		JsonNode maxChars = entry.path("maxChars");
		return new Expect(ReplyFields.constant(ReplyFields.word(entry, "type"), Expect.Type.TEXT),
				ReplyFields.document(entry, "schema"), ReplyFields.text(entry, "unit"),
				(maxChars.isInt() && maxChars.intValue() > 0) ? maxChars.intValue() : null);
	}

	private static @Nullable Duration timeout(JsonNode entry) {
		String text = ReplyFields.text(entry, "timeout");
		try {
			return (text != null && Duration.parse(text).isPositive()) ? Duration.parse(text) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
