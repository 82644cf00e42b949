package dev.babyagi.planning.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.ReplyJson;

/**
 * Reads a planner's reply field by field. An optional field may be null, absent or
 * unreadable. Unknown fields are ignored.
 */
public final class DraftReader {

	private final DraftConstraints constraints;

	private final ValidationReport report;

	public DraftReader(DraftConstraints constraints, ValidationReport report) {
		this.constraints = constraints;
		this.report = report;
	}

	/**
	 * Reads a reply.
	 * @return the draft, or nothing if the reply contains no plan
	 */
	public Optional<PlanDraft> read(String reply) {
		Optional<Document> document = ReplyJson.find(reply, (root) -> tasksIn(root) != null);
		if (document.isEmpty()) {
			this.report.fault(null, "plan",
					"the reply holds no JSON object with a field 'tasks'; reply with that one object and nothing else");
		}
		return document.map((found) -> draft(found.root(), found.truncated()));
	}

	private PlanDraft draft(JsonNode root, boolean truncated) {
		JsonNode plan = root.path("tasks").isArray() ? root : wrapped(root);
		if (truncated) {
			this.report.warn("The planner's reply broke off; its complete tasks are kept");
		}
		return new PlanDraft(ReplyFields.text(plan, "thought"), requirements(plan.path("requirements")), tasks(root),
				conclusion(plan.path("final")), truncated);
	}

	/**
	 * Finds the array of tasks: in the object, in a wrapping object, or as the document
	 * itself.
	 */
	private static @Nullable JsonNode tasksIn(JsonNode root) {
		if (root.isArray()) {
			return (!root.isEmpty() && root.path(0).has("instruction")) ? root : null;
		}
		if (root.path("tasks").isArray()) {
			return root.path("tasks");
		}
		JsonNode tasks = wrapped(root).path("tasks");
		return tasks.isArray() ? tasks : null;
	}

	private static JsonNode wrapped(JsonNode root) {
		return (root.isObject() && root.size() == 1) ? root.iterator().next() : root;
	}

	private List<Task> tasks(JsonNode root) {
		JsonNode entries = tasksIn(root);
		LinkedHashSet<Task> tasks = new LinkedHashSet<>();
		int number = 0;
		for (JsonNode entry : (entries != null) ? entries : root) {
			tasks.add(new TaskReader(this.constraints, this.report, ++number).read(entry));
		}
		return List.copyOf(tasks);
	}

	private static List<Requirement> requirements(JsonNode entries) {
		List<Requirement> requirements = new ArrayList<>();
		for (JsonNode entry : entries) {
			String text = entry.isString() ? entry.stringValue() : ReplyFields.text(entry, "text");
			String id = ReplyFields.text(entry, "id");
			if (text != null) {
				requirements.add(new Requirement((id != null) ? id : "r" + (requirements.size() + 1), text));
			}
		}
		return requirements;
	}

	private static @Nullable Conclusion conclusion(JsonNode entry) {
		if (entry.isString()) {
			return new Conclusion.Template(entry.stringValue());
		}
		String value = ReplyFields.text(entry, "value");
		String instruction = ReplyFields.text(entry, "instruction");
		if ("synthesize".equals(ReplyFields.word(entry, "kind")) || value == null) {
			String wanted = (instruction != null) ? instruction : value;
			return (wanted != null) ? new Conclusion.Synthesize(wanted) : null;
		}
		return new Conclusion.Template(value);
	}

}
