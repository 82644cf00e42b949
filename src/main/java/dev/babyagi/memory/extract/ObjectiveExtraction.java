package dev.babyagi.memory.extract;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.memory.AnswerText;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryLookup;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.RecallTrace;
import dev.babyagi.memory.RecallTrace.Recalled;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;
import dev.babyagi.operation.OperationError;

/**
 * Takes facts from an objective that has ended: from its own text and its answer, and
 * from nothing that it was told from memory.
 */
@Component
class ObjectiveExtraction implements BackgroundHandler {

	static final String KIND = "extract";

	private static final Logger log = LoggerFactory.getLogger(ObjectiveExtraction.class);

	private final FactExtractor extractor;

	private final Objectives objectives;

	private final ObjectProvider<RecallTrace> trace;

	private final MemoryLookup lookup;

	private final Memories memories;

	private final BackgroundWork work;

	private final TransactionTemplate transaction;

	ObjectiveExtraction(FactExtractor extractor, Objectives objectives, ObjectProvider<RecallTrace> trace,
			MemoryLookup lookup, Memories memories, BackgroundWork work, TransactionTemplate transaction) {
		this.extractor = extractor;
		this.objectives = objectives;
		this.trace = trace;
		this.lookup = lookup;
		this.memories = memories;
		this.work = work;
		this.transaction = transaction;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public WorkResult handle(UUID id) {
		return find(new ObjectiveId(id))
			.map((objective) -> this.extractor.extract(source(objective), new End(objective)))
			.orElse(WorkResult.DONE);
	}

	private Optional<Objective> find(ObjectiveId id) {
		Optional<Objective> found = this.transaction.execute((status) -> this.objectives.hold(id));
		return found.filter((objective) -> objective.state() == ObjectiveState.COMPLETED)
			.filter((objective) -> !this.memories.isForgotten(objective.id()));
	}

	private ExtractionSource source(Objective objective) {
		RecallTrace told = this.trace.getIfAvailable();
		Recalled recalled = (told != null) ? told.of(objective) : Recalled.NOTHING;
		return new ExtractionSource(objective.id().id(), objective.tenant(), objective.contextId(), objective.text(),
				recalled.tainted() ? MemoryTrust.UNTRUSTED : MemoryTrust.USER, AnswerText.of(objective.result()),
				recalled.tainted() ? MemoryTrust.UNTRUSTED : MemoryTrust.MODEL,
				this.lookup.texts(objective.tenant(), recalled.ids()), objective.id(), objective.createdAt());
	}

	@Override
	public void cut() {
		this.extractor.cut();
	}

	/** Stores the facts, unless the objective was erased or forgotten meanwhile. */
	private final class End implements ExtractionEnd {

		private final Objective objective;

		End(Objective objective) {
			this.objective = objective;
		}

		@Override
		public void found(List<MemoryDraft> facts) {
			if (find(this.objective.id()).isPresent()) {
				facts.forEach((fact) -> ObjectiveExtraction.this.memories.remember(this.objective.tenant(), fact));
			}
			ObjectiveExtraction.this.work.end(KIND, this.objective.id().id());
		}

		@Override
		public void failed(OperationError error) {
			log.warn("No facts were taken from objective {}: {}", this.objective.id(), error.detail());
			ObjectiveExtraction.this.work.end(KIND, this.objective.id().id());
		}

		@Override
		public boolean isPatient() {
			return true;
		}

	}

}
