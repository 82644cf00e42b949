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
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.ReplyEnvelope;
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
		Optional<Document> document = ReplyJson.find(reply, (root) -> planIn(root).isPresent());
		if (document.isEmpty()) {
			this.report.fault(null, "plan",
					"the reply holds no JSON object with a field 'tasks'; reply with that one object and nothing else");
		}
		return document.flatMap((found) -> planIn(found.root()).map((plan) -> draft(plan, found.truncated())));
	}

	private PlanDraft draft(JsonNode plan, boolean truncated) {
		if (truncated) {
			this.report.warn("The planner's reply broke off; its complete tasks are kept");
		}
		return new PlanDraft(ReplyFields.text(plan, "thought"), requirements(plan.path("requirements")),
				tasks(plan.path("tasks")), conclusion(plan.path("final")), truncated);
	}

	/**
	 * Finds the plan in a document: the document itself, what it wraps, or a list that is
	 * the tasks.
	 */
	private static Optional<JsonNode> planIn(JsonNode root) {
		return ReplyEnvelope.layers(root)
			.stream()
			.map((layer) -> isTasks(layer) ? ExactJson.object().set("tasks", layer) : FieldAliases.plan(layer))
			.filter((layer) -> layer.path("tasks").isArray())
			.findFirst();
	}

	private static boolean isTasks(JsonNode list) {
		return list.isArray() && FieldAliases.task(list.path(0)).has("instruction");
	}

	private List<Task> tasks(JsonNode entries) {
		LinkedHashSet<Task> tasks = new LinkedHashSet<>();
		int number = 0;
		for (JsonNode entry : entries) {
			tasks.add(new TaskReader(this.constraints, this.report, ++number).read(FieldAliases.task(entry)));
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
