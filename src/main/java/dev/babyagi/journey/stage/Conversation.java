package dev.babyagi.journey.stage;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.ReplyAudience;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelRoutes;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.StopReason;

/**
 * Asks a planner, a joiner or the model that answers directly, one round after the other,
 * and waits while the endpoint is down.
 */
@Component
class Conversation {

	/** More versions than the text of one call has. */
	private static final int VERSIONS = 1000;

	private final LanguageModel model;

	private final ModelRoutes routes;

	private final ObjectProvider<ReplyAudience> audience;

	Conversation(LanguageModel model, ModelRoutes routes, ObjectProvider<ReplyAudience> audience) {
		this.model = model;
		this.routes = routes;
		this.audience = audience;
	}

	/**
	 * Returns where a conversation stands; if the endpoint is down, lets the objective
	 * wait for it.
	 * @param attempts the attempts of the conversation so far
	 */
	ConversationState resume(UnitOfWork work, List<Attempt> attempts) {
		ConversationState state = ConversationState.of(attempts, work.now());
		if (state instanceof ConversationState.Waiting waiting) {
			await(work, waiting.until());
		}
		return state;
	}

	/**
	 * Asks in a new attempt, or winds the objective down if the budget does not cover it.
	 * @param round 1 for the first question of the conversation
	 * @return waiting if the attempt was opened, advanced if the objective winds down
	 */
	StageResult ask(UnitOfWork work, ModelRole role, @Nullable String taskId, int revision, int round,
			ModelRequest request) {
		ModelRequest routed = routed(work, request);
		return ask(work, role, taskId, revision, round, routed, () -> routed);
	}

	/**
	 * Asks for the answer to the objective in one call, whose text is streamed to those
	 * who follow the objective.
	 * @param earlier how many calls were made before, whose text is obsolete
	 */
	StageResult askDirectly(UnitOfWork work, String taskId, int earlier, ModelRequest request) {
		ModelRequest routed = routed(work, request);
		ObjectiveId id = work.objective().id();
		return ask(work, ModelRole.EXECUTOR, taskId, 1, 0, routed, () -> streamed(id, taskId, 1, earlier, routed));
	}

	private StageResult ask(UnitOfWork work, ModelRole role, @Nullable String taskId, int revision, int round,
			ModelRequest routed, Supplier<ModelRequest> request) {
		boolean opened = work.ask(role, taskId, revision, round, routed,
				(meter, reservation) -> AttemptEnd.of(this.model.ask(request.get(), meter, reservation)));
		if (!opened) {
			work.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
		return opened ? StageResult.WAITING : StageResult.ADVANCED;
	}

	/** Returns a request, to the model that serves the objective. */
	ModelRequest routed(UnitOfWork work, ModelRequest request) {
		return this.routes.route(request, work.objective().tenant(), work.objective().id().id());
	}

	/**
	 * Returns a request whose reply is streamed to those who follow the objective at that
	 * moment, if anybody does.
	 */
	ModelRequest streamed(ObjectiveId id, String taskId, int attempt, ModelRequest request) {
		return streamed(id, taskId, attempt, 0, request);
	}

	private ModelRequest streamed(ObjectiveId id, String taskId, int attempt, int earlier, ModelRequest request) {
		return this.audience.stream()
			.flatMap((those) -> those.of(id, taskId, attempt).stream())
			.findFirst()
			.map((listener) -> request
				.withListener((version, text) -> listener.onText(earlier * VERSIONS + version, text)))
			.orElse(request);
	}

	/**
	 * Lets the objective wait for an endpoint that is down; if no attempt is under way,
	 * it gives up its thread until then.
	 */
	void await(UnitOfWork work, Instant until) {
		Instant end = work.objective().endsBy(work.now());
		Instant at = until.isBefore(end) ? until : end;
		work.wakeAt(at);
		if (!work.isBusy()) {
			work.objective().await(at);
		}
	}

}
