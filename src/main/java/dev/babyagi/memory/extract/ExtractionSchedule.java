package dev.babyagi.memory.extract;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.memory.MemoryExtraction;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.NoExtractorModel;
import dev.babyagi.memory.SecretLikeText;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.operation.BackgroundOperation;
import dev.babyagi.operation.BackgroundOperations;
import dev.babyagi.redaction.SecretPatterns;

/**
 * Schedules the extraction of facts. A text that a client waits for goes before what
 * objectives said.
 */
@Component
class ExtractionSchedule implements MemoryExtraction {

	private static final int AWAITED = 5;

	private static final int UNAWAITED = 0;

	private final BackgroundOperations operations;

	private final BackgroundWork work;

	private final LanguageModel model;

	private final ExtractionSettings settings;

	private final Clock clock;

	ExtractionSchedule(BackgroundOperations operations, BackgroundWork work, LanguageModel model,
			ExtractionSettings settings, Clock clock) {
		this.operations = operations;
		this.work = work;
		this.model = model;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void schedule(Objective objective, boolean contextGiven) {
		if (isWanted(contextGiven) && hasSaidSomething(objective) && this.model.isConfigured()) {
			this.work.schedule(ObjectiveExtraction.KIND, objective.id().id(), UNAWAITED, this.clock.instant());
		}
	}

	@Override
	public void scheduleOpening(Objective objective) {
		if (this.settings.extract() == ExtractionSettings.After.CONTEXT) {
			schedule(objective, true);
		}
	}

	private boolean isWanted(boolean contextGiven) {
		return this.settings.dailyTokens() > 0 && switch (this.settings.extract()) {
			case OFF -> false;
			case CONTEXT -> contextGiven;
			case ALWAYS -> true;
		};
	}

	/** What needed no model was arithmetic, and states nothing. */
	private static boolean hasSaidSomething(Objective objective) {
		return objective.state() == ObjectiveState.COMPLETED && objective.spending().modelCalls() > 0;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public BackgroundOperation infer(String tenant, String text, @Nullable ContextId contextId, MemoryTrust trust) {
		SecretPatterns.find(text).ifPresent((kind) -> {
			throw new SecretLikeText(kind);
		});
		if (!this.model.isConfigured()) {
			throw new NoExtractorModel();
		}
		BackgroundOperation operation = this.operations.begin(tenant, INFER, input(text, contextId, trust));
		this.work.schedule(TextExtraction.KIND, operation.getId(), AWAITED, this.clock.instant());
		return operation;
	}

	private static Map<String, String> input(String text, @Nullable ContextId contextId, MemoryTrust trust) {
		Map<String, String> input = new HashMap<>();
		input.put(TextExtraction.TEXT, text);
		input.put(TextExtraction.TRUST, trust.name());
		if (contextId != null) {
			input.put(TextExtraction.CONTEXT, contextId.toString());
		}
		return input;
	}

}
