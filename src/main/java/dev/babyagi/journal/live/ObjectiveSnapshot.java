package dev.babyagi.journal.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.journal.Journal;
import dev.babyagi.objective.ObjectiveId;

/**
 * Where an objective stands after some of its entries: its state, its newest plan and the
 * state of each task. It is made of the entries alone, so the entries after it continue
 * it without a gap or an overlap.
 */
final class ObjectiveSnapshot {

	static final String TYPE = "objective.snapshot";

	private final ObjectNode data;

	private final Map<String, JsonNode> tasks = new LinkedHashMap<>();

	private long sequence;

	private boolean ofTheEnd;

	ObjectiveSnapshot(ObjectiveId id) {
		this.data = JsonNodeFactory.instance.objectNode().put("objectiveId", id.toString());
		this.data.putNull("state").putNull("phase").putNull("stopReason").putNull("completeness").putNull("plan");
	}

	/** Adds the next entry. */
	void add(Journal.Entry entry) {
		this.sequence = entry.sequence();
		this.ofTheEnd = entry.endsObjective();
		entry.data().properties().forEach((field) -> {
			if (field.getKey().equals("task")) {
				this.tasks.put(field.getValue().path("id").asString(), field.getValue());
			}
			else {
				this.data.set(field.getKey(), field.getValue());
			}
		});
	}

	/** The sequence number of the last entry in it, 0 if there is none. */
	long sequence() {
		return this.sequence;
	}

	/** Whether the objective has ended. */
	boolean isOfTheEnd() {
		return this.ofTheEnd;
	}

	/** Returns it as an event. */
	Journal.Entry entry(Instant now) {
		ObjectNode complete = this.data.deepCopy();
		complete.putArray("tasks").addAll(this.tasks.values());
		return new Journal.Entry(TYPE, this.sequence, now, complete);
	}

}
