package dev.babyagi.journey;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.language.Ask;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Role;
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
	void goOn(Draft it, List<Attempt> attempts, Consumer<Talk.OurTurn> ourTurn, Consumer<Talk.Ended> ended) {
		switch (Talk.of(attempts, it.now())) {
			case Talk.UnderWay underWay -> {
			}
			case Talk.Waiting waiting -> await(it, waiting.until());
			case Talk.OurTurn turn -> ourTurn.accept(turn);
			case Talk.Ended end -> ended.accept(end);
		}
	}

	/**
	 * Asks in a new attempt; winds down if the budget does not cover it.
	 * @param round 1 for the first question of the conversation; 0 for a direct answer,
	 * which comes before the first attempt of its task
	 * @return whether it was asked
	 */
	boolean ask(Draft it, Role role, @Nullable String taskId, int revision, int round, Ask ask) {
		boolean opened = it.ask(role, taskId, revision, round, ask,
				(meter, reservation) -> AttemptEnd.of(this.model.ask(ask, meter, reservation)));
		if (!opened) {
			it.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
		return opened;
	}

	/** Waits for an endpoint that is down; without a thread if nothing else moves. */
	void await(Draft it, Instant until) {
		Instant end = it.objective().endsBy(it.now());
		Instant at = until.isBefore(end) ? until : end;
		it.wakeAt(at);
		if (!it.isBusy()) {
			it.objective().await(at);
		}
	}

}
