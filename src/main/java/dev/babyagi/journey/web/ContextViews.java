package dev.babyagi.journey.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.journey.dialogue.DialogueRound;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.Memory;
import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.Objectives;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Reads the views of contexts, each in one read-only transaction. A context is known if
 * there is an objective or a memory of it.
 */
@Component
@Transactional(readOnly = true)
class ContextViews {

	private static final int MOST_FACTS = 100;

	private static final int MOST_ROUNDS = 100;

	private final Objectives objectives;

	private final Memories memories;

	private final StoredJson stored;

	private final JsonMapper json;

	private final Clock clock;

	ContextViews(Objectives objectives, Memories memories, StoredJson stored, JsonMapper json, Clock clock) {
		this.objectives = objectives;
		this.memories = memories;
		this.stored = stored;
		this.json = json;
		this.clock = clock;
	}

	ContextView one(String tenant, ContextId id, PageQuery page) {
		ObjectiveFilter.Position after = page.after()
			.map((cursor) -> new ObjectiveFilter.Position(cursor.createdAt(), cursor.id()))
			.orElse(null);
		List<Objective> rows = this.objectives.list(tenant, filter(id, after), page.size() + 1);
		if (rows.isEmpty()) {
			check(tenant, id);
		}
		Page<ContextView.Round> rounds = Page.of(rows, page, (row) -> new Cursor(row.createdAt(), row.id().id()))
			.map(this::round);
		return new ContextView(id.toString(), rounds.items(), facts(tenant, id).flatMap(ContextViews::fact).toList(),
				rounds.nextCursor());
	}

	/**
	 * The text of a context for other prompts. What nobody vouches for and what is
	 * forgotten are not in it.
	 */
	String block(String tenant, ContextId id, int maxTokens) {
		List<Objective> rows = this.objectives.list(tenant, filter(id, null), MOST_ROUNDS);
		if (rows.isEmpty()) {
			check(tenant, id);
		}
		List<DialogueRound> rounds = rows.stream()
			.filter((row) -> row.state().isTerminal() && !this.memories.isForgotten(row.id()))
			.map((row) -> DialogueRound.of(row, this.json))
			.toList();
		List<Memory> facts = facts(tenant, id).filter((fact) -> fact.trust() != MemoryTrust.UNTRUSTED).toList();
		return new ContextBlock(id, facts, rounds, this.clock.instant()).text(maxTokens);
	}

	private static ObjectiveFilter filter(ContextId id, ObjectiveFilter.@Nullable Position after) {
		return new ObjectiveFilter(null, null, id, null, null, after);
	}

	/** A page after the last one is empty, and its context may be known all the same. */
	private void check(String tenant, ContextId id) {
		if (this.objectives.list(tenant, filter(id, null), 1).isEmpty() && !this.memories.isKnown(tenant, id)) {
			throw Problem.of(ProblemType.NOT_FOUND, "There is no such context");
		}
	}

	private Stream<Memory> facts(String tenant, ContextId id) {
		return this.memories.statements(tenant, id, this.clock.instant(), MOST_FACTS).stream();
	}

	private ContextView.Round round(Objective objective) {
		JsonNode answer = Optional.ofNullable(this.stored.result(objective))
			.map((result) -> result.path("answer"))
			.orElse(null);
		return new ContextView.Round(objective.id().toString(), objective.text(), answer, objective.state(),
				objective.createdAt());
	}

	private static Stream<ContextView.Fact> fact(Memory memory) {
		Statement statement = memory.statement();
		return (statement != null) ? Stream.of(new ContextView.Fact(memory.id().toString(), memory.text(),
				statement.subject(), statement.attribute(), statement.value(), memory.trust(), memory.validFrom()))
				: Stream.empty();
	}

}
