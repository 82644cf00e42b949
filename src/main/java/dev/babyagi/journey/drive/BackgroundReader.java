package dev.babyagi.journey.drive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.execution.Executions;
import dev.babyagi.exemplar.ExemplarSelection;
import dev.babyagi.journey.dialogue.Dialogue;
import dev.babyagi.journey.dialogue.DialogueRound;
import dev.babyagi.journey.dialogue.FactLedger;
import dev.babyagi.journey.work.Background;
import dev.babyagi.lesson.LessonSelection;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.Memory;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.Recall;
import dev.babyagi.memory.Recollection;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Reads what an objective is shown of earlier ones, of what is remembered and of what was
 * learned. For one that made its context, refers to none and finds nothing remembered or
 * learned, it reads nothing.
 */
@Component
class BackgroundReader {

	/** More rounds than their budget usually holds. */
	static final int MOST_ROUNDS = 20;

	private static final int MOST_FACTS = 200;

	/** Statements that every prompt of the context holds. */
	private static final int MOST_STANDING = 20;

	private final Objectives objectives;

	private final Memories memories;

	private final Recall recall;

	private final LessonSelection lessons;

	private final ExemplarSelection exemplars;

	private final Executions executions;

	private final JsonMapper json;

	private final Clock clock;

	BackgroundReader(Objectives objectives, Memories memories, Recall recall, LessonSelection lessons,
			ExemplarSelection exemplars, Executions executions, JsonMapper json, Clock clock) {
		this.objectives = objectives;
		this.memories = memories;
		this.recall = recall;
		this.lessons = lessons;
		this.exemplars = exemplars;
		this.executions = executions;
		this.json = json;
		this.clock = clock;
	}

	Background of(Objective objective) {
		boolean continues = objective.isContextGiven() && objective.readsMemory();
		List<Memory> statements = continues ? statements(objective) : List.of();
		Dialogue dialogue = dialogue(objective, continues, statements);
		return new Background(dialogue, recollection(objective, statements, dialogue), this.lessons.of(objective),
				this.exemplars.of(objective));
	}

	private Dialogue dialogue(Objective objective, boolean continues, List<Memory> statements) {
		if (!continues && objective.references().isEmpty()) {
			return Dialogue.NONE;
		}
		List<DialogueRound> rounds = continues ? rounds(objective) : List.of();
		List<DialogueRound> references = references(objective);
		List<ObjectiveId> shown = Stream.concat(rounds.stream(), references.stream()).map(DialogueRound::id).toList();
		return new Dialogue(rounds, references, ledger(statements), this.executions.isAnyTainted(shown));
	}

	private Recollection recollection(Objective objective, List<Memory> statements, Dialogue dialogue) {
		if (!this.recall.isPossible(objective)) {
			return Recollection.NONE;
		}
		List<Memory> standing = statements.stream()
			.filter((memory) -> memory.trust() != MemoryTrust.UNTRUSTED)
			.limit(MOST_STANDING)
			.collect(Collectors.toCollection(ArrayList::new));
		standing.addAll(this.memories.preferences(objective.tenant()));
		Set<UUID> shown = dialogue.rounds().stream().map((round) -> round.id().id()).collect(Collectors.toSet());
		return this.recall.forObjective(objective, standing, shown);
	}

	/** The objectives of the same context before this one. */
	static ObjectiveFilter earlier(Objective objective) {
		return new ObjectiveFilter(null, null, objective.contextId(), null, objective.createdAt(), null);
	}

	/** Only those that a prompt has room for: the others can be recalled. */
	private List<DialogueRound> rounds(Objective objective) {
		List<DialogueRound> ended = this.objectives.list(objective.tenant(), earlier(objective), MOST_ROUNDS)
			.stream()
			.filter((round) -> round.state().isTerminal() && !this.memories.isForgotten(round.id()))
			.map((round) -> DialogueRound.of(round, this.json))
			.toList();
		return DialogueRound.fitting(ended, Dialogue.MAX_TOKENS);
	}

	/** Those that were erased meanwhile are left out. */
	private List<DialogueRound> references(Objective objective) {
		return objective.references()
			.stream()
			.flatMap((id) -> this.objectives.find(id, objective.tenant()).stream())
			.map((round) -> DialogueRound.of(round, this.json))
			.toList();
	}

	private List<Memory> statements(Objective objective) {
		return this.memories.statements(objective.tenant(), objective.contextId(), this.clock.instant(), MOST_FACTS);
	}

	private static FactLedger ledger(List<Memory> statements) {
		return new FactLedger(statements.stream()
			.filter((memory) -> memory.trust() != MemoryTrust.UNTRUSTED)
			.flatMap((memory) -> Optional.ofNullable(memory.statement()).stream())
			.toList());
	}

}
