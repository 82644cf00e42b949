package dev.babyagi.journey.drive;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.Executions;
import dev.babyagi.memory.MemoryId;
import dev.babyagi.memory.RecallTrace;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.WireId;

/**
 * Tells what the prompts of an objective held from memory, from its stored attempts.
 */
@Component
class StoredRecallTrace implements RecallTrace {

	private final Executions executions;

	private final Objectives objectives;

	StoredRecallTrace(Executions executions, Objectives objectives) {
		this.executions = executions;
		this.objectives = objectives;
	}

	@Override
	@Transactional(readOnly = true)
	public Recalled of(Objective objective) {
		Execution execution = this.executions.find(objective, null);
		Set<UUID> ids = execution.attempts()
			.stream()
			.map(Attempt::memories)
			.flatMap((memories) -> memories.stream())
			.flatMap(StoredRecallTrace::parse)
			.collect(Collectors.toCollection(HashSet::new));
		ids.addAll(shown(objective).map(ObjectiveId::id).toList());
		return new Recalled(ids, execution.isTainted());
	}

	/** Earlier objectives that its prompts may have held word for word. */
	private Stream<ObjectiveId> shown(Objective objective) {
		if (!objective.isContextGiven() || !objective.readsMemory()) {
			return objective.references().stream();
		}
		return Stream.concat(objective.references().stream(),
				this.objectives
					.list(objective.tenant(), BackgroundReader.earlier(objective), BackgroundReader.MOST_ROUNDS)
					.stream()
					.map(Objective::id));
	}

	private static Stream<UUID> parse(String id) {
		return WireId.parse(MemoryId.PREFIX, id).or(() -> WireId.parse("obj", id)).stream();
	}

}
