package dev.babyagi.journey.stage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.StopReason;

/**
 * Talks with a planner, a joiner or the one who answers directly: asks, waits, and hands
 * over to whoever reads the reply.
 */
@Component
class Conversation {

	private final LanguageModel model;

	Conversation(LanguageModel model) {
		this.model = model;
	}

	/**
	 * Goes on with a conversation.
	 * @param attempts the attempts of it so far
	 * @param ourTurn asks, or reads what was said
	 * @param ended what to do when it came to nothing
	 */
	void goOn(UnitOfWork work, List<Attempt> attempts, Consumer<ConversationState.OurTurn> ourTurn,
			Consumer<ConversationState.Ended> ended) {
		switch (ConversationState.of(attempts, work.now())) {
			case ConversationState.UnderWay underWay -> {
			}
			case ConversationState.Waiting waiting -> await(work, waiting.until());
			case ConversationState.OurTurn turn -> ourTurn.accept(turn);
			case ConversationState.Ended end -> ended.accept(end);
		}
	}

	/**
	 * Asks in a new attempt; winds down if the budget does not cover it.
	 * @param round 1 for the first question of the conversation; 0 for a direct answer,
	 * which comes before the first attempt of its task
	 * @return whether it was asked
	 */
	boolean ask(UnitOfWork work, ModelRole role, @Nullable String taskId, int revision, int round, ModelRequest ask) {
		boolean opened = work.ask(role, taskId, revision, round, ask,
				(meter, reservation) -> AttemptEnd.of(this.model.ask(ask, meter, reservation)));
		if (!opened) {
			work.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
		return opened;
	}

	/** Waits for an endpoint that is down; without a thread if nothing else moves. */
	void await(UnitOfWork work, Instant until) {
		Instant end = work.objective().endsBy(work.now());
		Instant at = until.isBefore(end) ? until : end;
		work.wakeAt(at);
		if (!work.isBusy()) {
			work.objective().await(at);
		}
	}

}
