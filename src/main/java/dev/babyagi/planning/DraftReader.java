package dev.babyagi.planning;

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
 * Reads a planner's reply field by field. Whatever is optional may be null, absent or
 * unreadable; unknown fields are ignored.
 */
final class DraftReader {

	private final Terms terms;

	private final Findings findings;

	DraftReader(Terms terms, Findings findings) {
		this.terms = terms;
		this.findings = findings;
	}

	/**
	 * Reads a reply.
	 * @return the draft, or nothing if the reply holds no plan at all
	 */
	Optional<Draft> read(String reply) {
		Optional<Document> document = ReplyJson.find(reply, (root) -> tasksIn(root) != null);
		if (document.isEmpty()) {
			this.findings.fault(null, "plan",
					"the reply holds no JSON object with a field 'tasks'; reply with that one object and nothing else");
		}
		return document.map((found) -> draft(found.root(), found.truncated()));
	}

	private Draft draft(JsonNode root, boolean truncated) {
		JsonNode plan = root.path("tasks").isArray() ? root : wrapped(root);
		if (truncated) {
			this.findings.warn("The planner's reply broke off; the tasks that were whole are kept");
		}
		return new Draft(Fields.text(plan, "thought"), requirements(plan.path("requirements")), tasks(root),
				conclusion(plan.path("final")), truncated);
	}

	/**
	 * The array of tasks: in the object, in a wrapping object, or the document itself.
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
			tasks.add(new TaskReader(this.terms, this.findings, ++number).read(entry));
		}
		return List.copyOf(tasks);
	}

	private static List<Requirement> requirements(JsonNode entries) {
		List<Requirement> requirements = new ArrayList<>();
		for (JsonNode entry : entries) {
			String text = entry.isString() ? entry.stringValue() : Fields.text(entry, "text");
			String id = Fields.text(entry, "id");
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
		String value = Fields.text(entry, "value");
		String instruction = Fields.text(entry, "instruction");
		if ("synthesize".equals(Fields.word(entry, "kind")) || value == null) {
			String wanted = (instruction != null) ? instruction : value;
			return (wanted != null) ? new Conclusion.Synthesize(wanted) : null;
		}
		return new Conclusion.Template(value);
	}

}
