package dev.babyagi.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.execution.TaskStateChanged;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.ObjectiveStateChanged;
import dev.babyagi.objective.ObjectiveSubmitted;
import dev.babyagi.plan.PlanDrafted;

/**
 * Writes the events of objectives as entries, in the transaction in which they are
 * published: one batch just before the commit. The publisher of an event holds the lock
 * on the row of its objective, so no other transaction gives out sequence numbers at that
 * time; the primary key of the entries would reject a number given twice.
 */
@Component
public class Journal {

	private volatile Consumer<ObjectiveId> watcher = (id) -> {
	};

	private final JournalRows rows;

	private final StatelessSession session;

	private final JsonMapper json;

	private final Clock clock;

	Journal(JournalRows rows, StatelessSession session, JsonMapper json, Clock clock) {
		this.rows = rows;
		this.session = session;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Tells a watcher the objective of each entry, once it is committed. It is called by
	 * threads that must not be held up.
	 */
	public void watch(Consumer<ObjectiveId> newWatcher) {
		this.watcher = newWatcher;
	}

	@EventListener
	void on(ObjectiveSubmitted event) {
		page().open(event.id().id(), event.tenant());
		note(event.id(), event.tenant(), "objective.state",
				objective(event.id(), ObjectiveState.SUBMITTED, ObjectivePhase.QUEUED));
	}

	@EventListener
	void on(ObjectiveStateChanged event) {
		Map<String, @Nullable Object> data = objective(event.id(), event.state(), event.phase());
		data.put("stopReason", word(event.stopReason()));
		data.put("completeness", word(event.completeness()));
		note(event.id(), event.tenant(), type(event.state()), data);
	}

	private static String type(ObjectiveState state) {
		return switch (state) {
			case COMPLETED -> "objective.completed";
			case FAILED -> "objective.failed";
			case CANCELED -> "objective.canceled";
			case SUBMITTED, WORKING -> "objective.state";
		};
	}

	@EventListener
	void on(PlanDrafted event) {
		Map<String, @Nullable Object> plan = new LinkedHashMap<>();
		plan.put("revision", event.revision());
		plan.put("origin", word(event.origin()));
		plan.put("tasks", event.tasks());
		note(event.objectiveId(), event.tenant(), (event.revision() == 1) ? "plan.created" : "plan.revised",
				data(event.objectiveId(), "plan", plan));
	}

	@EventListener
	void on(TaskStateChanged event) {
		Map<String, @Nullable Object> task = new LinkedHashMap<>();
		task.put("id", event.taskId());
		task.put("state", word(event.state()));
		task.put("attempt", event.attempt());
		note(event.objectiveId(), event.tenant(), "task.state", data(event.objectiveId(), "task", task));
	}

	@EventListener
	void on(ObjectiveErased event) {
		this.rows.eraseEntries(event.id().id());
		this.rows.eraseHead(event.id().id());
	}

	private static Map<String, @Nullable Object> objective(ObjectiveId id, ObjectiveState state, ObjectivePhase phase) {
		Map<String, @Nullable Object> objective = new LinkedHashMap<>();
		objective.put("objectiveId", id.toString());
		objective.put("state", word(state));
		objective.put("phase", word(phase));
		return objective;
	}

	private static Map<String, @Nullable Object> data(ObjectiveId id, String name, Object value) {
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("objectiveId", id.toString());
		data.put(name, value);
		return data;
	}

	private static @Nullable String word(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name().toLowerCase(Locale.ROOT) : null;
	}

	private void note(ObjectiveId id, String tenant, String type, Map<String, @Nullable Object> data) {
		page().add(new Line(id, tenant, type, this.json.writeValueAsString(data)));
	}

	private Page page() {
		Page page = (Page) TransactionSynchronizationManager.getResource(this);
		if (page == null) {
			page = new Page();
			TransactionSynchronizationManager.bindResource(this, page);
			TransactionSynchronizationManager.registerSynchronization(page);
		}
		return page;
	}

	private record Line(ObjectiveId objectiveId, String tenant, String type, String data) {

	}

	/**
	 * The entries of one transaction. They are written just before the commit, when all
	 * events have been published.
	 */
	private final class Page implements TransactionSynchronization {

		private final Map<UUID, JournalHead> opened = new LinkedHashMap<>();

		private final List<Line> lines = new ArrayList<>();

		/** Begins the record of a new objective, whose head need not be read. */
		void open(UUID id, String tenant) {
			this.opened.put(id, new JournalHead(id, tenant));
		}

		void add(Line line) {
			this.lines.add(line);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			Map<UUID, JournalHead> stored = heads();
			List<JournalEntry> entries = new ArrayList<>();
			Instant now = Journal.this.clock.instant();
			for (Line line : this.lines) {
				UUID id = line.objectiveId().id();
				JournalHead head = stored.get(id);
				if (head == null) {
					head = this.opened.computeIfAbsent(id, (opened) -> new JournalHead(opened, line.tenant()));
				}
				entries.add(new JournalEntry(id, head.next(), line.tenant(), line.type(), line.data(), now));
			}
			Journal.this.session.insertMultiple(List.copyOf(this.opened.values()));
			Journal.this.session.updateMultiple(List.copyOf(stored.values()));
			Journal.this.session.insertMultiple(entries);
		}

		/** Reads the heads of objectives that are not new. */
		private Map<UUID, JournalHead> heads() {
			List<UUID> ids = this.lines.stream()
				.map((line) -> line.objectiveId().id())
				.filter((id) -> !this.opened.containsKey(id))
				.distinct()
				.toList();
			Map<UUID, JournalHead> heads = new LinkedHashMap<>();
			Journal.this.session.getMultiple(JournalHead.class, ids)
				.stream()
				.filter(Objects::nonNull)
				.forEach((head) -> heads.put(head.objectiveId(), head));
			return heads;
		}

		@Override
		public void afterCommit() {
			this.lines.forEach((line) -> Journal.this.watcher.accept(line.objectiveId()));
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(Journal.this);
		}

	}

	/**
	 * One entry of the record of an objective.
	 *
	 * @param type what happened
	 * @param sequence its number in the record, 1 for the first
	 * @param timestamp when it happened
	 * @param data details that depend on the type
	 */
	@Schema(name = "Event")
	public record Entry(@Schema(example = "task.state") String type, long sequence, Instant timestamp, JsonNode data) {

		private static final Set<String> LAST = Set.of("objective.completed", "objective.failed", "objective.canceled");

		/** Whether no entry follows this one. */
		public boolean endsObjective() {
			return LAST.contains(this.type);
		}

	}

}
