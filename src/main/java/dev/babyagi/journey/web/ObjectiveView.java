package dev.babyagi.journey.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.ObjectiveUsage;
import dev.babyagi.objective.Progress;
import dev.babyagi.objective.StopReason;
import dev.babyagi.web.ProblemBody;

/**
 * An objective in the HTTP API.
 *
 * @param id its id
 * @param objective what is wanted
 * @param contextId the conversation it belongs to
 * @param state its state
 * @param phase what is being done, or was done last
 * @param stopReason why it stopped, once it has
 * @param completeness how much the answer covers, if there is one
 * @param createdAt when it was accepted
 * @param startedAt when a replica first took it
 * @param finishedAt when it stopped
 * @param limits what may be spent
 * @param parallelism tasks that may run at once
 * @param priority how urgent it is while it waits
 * @param metadata the client's names and values
 * @param usage what was spent
 * @param progress how many tasks are in which state
 * @param result the answer, once there is one
 * @param error why it failed, if it did
 * @param pollAfterMs milliseconds to wait before the next request; {@code null} once it
 * is terminal
 * @param links paths of its views and orders, by name
 */
@Schema(name = "Objective")
record ObjectiveView(String id, String objective, String contextId, ObjectiveState state, ObjectivePhase phase,
		@Nullable StopReason stopReason, @Nullable Completeness completeness, Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant finishedAt, LimitsView limits, int parallelism, int priority,
		Map<String, String> metadata, UsageView usage, Progress progress,
		@Nullable @Schema(implementation = ResultView.class) JsonNode result, @Nullable ProblemBody error,
		@Nullable Integer pollAfterMs, Map<String, String> links) {

	/** Milliseconds that a client should wait before it looks again. */
	static final int POLL_AFTER_MS = 500;

	static ObjectiveView of(Objective objective, StoredJson json) {
		boolean terminal = objective.state().isTerminal();
		return new ObjectiveView(objective.id().toString(), objective.text(), objective.contextId().toString(),
				objective.state(), objective.phase(), terminal ? objective.stopReason() : null,
				objective.completeness(), objective.createdAt(), objective.startedAt(), objective.finishedAt(),
				LimitsView.of(objective.limits()), objective.parallelism(), objective.priority(),
				new TreeMap<>(objective.metadata()), UsageView.of(objective.spending()), objective.progress(),
				json.result(objective), json.error(objective), terminal ? null : POLL_AFTER_MS,
				links(objective.id().toString()));
	}

	static Map<String, String> links(String id) {
		String self = "/v1/objectives/" + id;
		Map<String, String> links = new LinkedHashMap<>();
		links.put("self", self);
		links.put("plan", self + "/plan");
		links.put("tasks", self + "/tasks");
		links.put("timeline", self + "/timeline");
		links.put("result", self + "/result");
		links.put("events", self + "/events");
		links.put("cancel", self + "/cancel");
		return links;
	}

	/**
	 * The limits that hold for an objective.
	 *
	 * @param maxCostUsd US dollars
	 * @param maxTokens tokens in and out together
	 * @param maxModelCalls requests to model endpoints
	 * @param maxTasks tasks, children included
	 * @param maxReplans revisions that replace the unfinished suffix
	 * @param maxDuration from the first claim on
	 * @param deadline an instant at which it ends in any case
	 */
	@Schema(name = "Limits")
	record LimitsView(BigDecimal maxCostUsd, long maxTokens, int maxModelCalls, int maxTasks, int maxReplans,
			@Schema(type = "string", format = "duration", example = "PT15M") Duration maxDuration,
			@Nullable Instant deadline) {

		static LimitsView of(Limits limits) {
			return new LimitsView(Money.shown(limits.maxCostUsd()), limits.maxTokens(), limits.maxModelCalls(),
					limits.maxTasks(), limits.maxReplans(), limits.maxDuration(), limits.deadline());
		}

	}

	/**
	 * What was spent on an objective.
	 *
	 * @param modelCalls requests sent
	 * @param inputTokens tokens of prompts
	 * @param outputTokens tokens of replies
	 * @param costUsd US dollars
	 */
	@Schema(name = "Usage")
	record UsageView(int modelCalls, long inputTokens, long outputTokens, BigDecimal costUsd) {

		static UsageView of(ObjectiveUsage spending) {
			return new UsageView(spending.modelCalls(), spending.inputTokens(), spending.outputTokens(),
					Money.shown(spending.costUsd()));
		}

	}

}
