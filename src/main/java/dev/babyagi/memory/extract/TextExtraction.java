package dev.babyagi.memory.extract;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.WireId;
import dev.babyagi.operation.BackgroundCalls;
import dev.babyagi.operation.BackgroundOperation;
import dev.babyagi.operation.BackgroundOperations;
import dev.babyagi.operation.OperationError;

/**
 * Takes facts from the text of an operation.
 */
@Component
class TextExtraction implements BackgroundHandler {

	static final String KIND = "infer";

	static final String TEXT = "text";

	static final String CONTEXT = "contextId";

	static final String TRUST = "trust";

	private final FactExtractor extractor;

	private final BackgroundOperations operations;

	private final BackgroundCalls calls;

	private final BackgroundWork work;

	private final Memories memories;

	private final Clock clock;

	TextExtraction(FactExtractor extractor, BackgroundOperations operations, BackgroundCalls calls, BackgroundWork work,
			Memories memories, Clock clock) {
		this.extractor = extractor;
		this.operations = operations;
		this.calls = calls;
		this.work = work;
		this.memories = memories;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public WorkResult handle(UUID id) {
		Optional<BackgroundOperation> operation = this.operations.running(id);
		return operation.map((found) -> this.extractor.extract(source(found), new End(found))).orElse(WorkResult.DONE);
	}

	private static ExtractionSource source(BackgroundOperation operation) {
		Map<String, String> input = operation.input();
		ContextId context = WireId.parse("ctx", input.getOrDefault(CONTEXT, "")).map(ContextId::new).orElse(null);
		MemoryTrust trust = MemoryTrust.valueOf(Objects.requireNonNull(input.get(TRUST)));
		return new ExtractionSource(operation.getId(), operation.tenant(), context,
				Objects.requireNonNull(input.get(TEXT)), trust, "", MemoryTrust.UNTRUSTED, List.of(), null,
				operation.createdAt());
	}

	@Override
	public void cut() {
		this.extractor.cut();
	}

	/** Ends the operation. */
	private final class End implements ExtractionEnd {

		private final UUID id;

		private final String tenant;

		End(BackgroundOperation operation) {
			this.id = operation.getId();
			this.tenant = operation.tenant();
		}

		@Override
		public void found(List<MemoryDraft> facts) {
			List<String> made = facts.stream()
				.map((fact) -> TextExtraction.this.memories.remember(this.tenant, fact))
				.flatMap(Optional::stream)
				.map((remembered) -> remembered.memory().id().toString())
				.distinct()
				.toList();
			running().succeed(made, TextExtraction.this.calls.used(this.id, FactExtractor.PURPOSE),
					TextExtraction.this.clock.instant());
			TextExtraction.this.work.end(KIND, this.id);
		}

		@Override
		public void failed(OperationError error) {
			running().fail(error, TextExtraction.this.calls.used(this.id, FactExtractor.PURPOSE),
					TextExtraction.this.clock.instant());
			TextExtraction.this.work.end(KIND, this.id);
		}

		private BackgroundOperation running() {
			return TextExtraction.this.operations.running(this.id).orElseThrow();
		}

		@Override
		public boolean isPatient() {
			return false;
		}

	}

}
