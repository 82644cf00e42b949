package dev.babyagi.journey.stage;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Submission;
import dev.babyagi.planning.PlanRequest;
import dev.babyagi.planning.PlanningMode;
import dev.babyagi.tool.ToolPermission;

/**
 * Makes the requests to the planning module.
 */
@Component
public class PlanRequests {

	private final LanguageModel model;

	private final JsonMapper json;

	private final int maxModelTasks;

	PlanRequests(LanguageModel model, JsonMapper json, JourneySettings settings) {
		this.model = model;
		this.json = json;
		this.maxModelTasks = settings.maxModelTasks();
	}

	/**
	 * The request for an objective at work, with the rest of its budget and without what
	 * is remembered.
	 */
	public PlanRequest of(UnitOfWork work) {
		return of(work.objective(), work.remaining());
	}

	/** The request for an objective that has ended, with its whole budget. */
	public PlanRequest of(Objective objective) {
		return of(objective, OwnedState.budget(objective.limits()));
	}

	private PlanRequest of(Objective objective, Meter.Budget remaining) {
		return new PlanRequest(objective.text(), mode(objective.planning()), schema(objective.outputSchema()),
				new ToolPermission(objective.tools()), this.maxModelTasks, objective.limits().maxTasks(),
				this.model.contextTokens(ModelRole.PLANNER), remaining);
	}

	/** The request for a first plan, with what is remembered and an exemplar. */
	PlanRequest firstPlan(UnitOfWork work) {
		return of(work).withBackground(work.background().forFirstPlan(this.model.contextTokens(ModelRole.PLANNER)),
				work.background().mayRecall());
	}

	/** The request to a planner, with what is remembered and it may see. */
	PlanRequest planned(UnitOfWork work) {
		return of(work).withBackground(work.background().forPlanner(this.model.contextTokens(ModelRole.PLANNER)),
				work.background().mayRecall());
	}

	/** The request for a direct answer, whose author may see all that is remembered. */
	PlanRequest direct(UnitOfWork work) {
		return of(work).withBackground(work.background().forExecutors(this.model.contextTokens(ModelRole.EXECUTOR)),
				false);
	}

	/** The request for an objective that is not accepted yet, with its whole budget. */
	public PlanRequest of(Submission submission) {
		return new PlanRequest(submission.text(), mode(submission.planning()), schema(submission.outputSchema()),
				new ToolPermission(submission.tools()), this.maxModelTasks, submission.limits().maxTasks(),
				this.model.contextTokens(ModelRole.PLANNER), OwnedState.budget(submission.limits()));
	}

	/** The JSON Schema of the answer, or {@code null} for any text. */
	@Nullable JsonNode outputSchema(UnitOfWork work) {
		return outputSchema(work.objective());
	}

	@Nullable JsonNode outputSchema(Objective objective) {
		return schema(objective.outputSchema());
	}

	private static PlanningMode mode(String planning) {
		return PlanningMode.valueOf(planning.toUpperCase(Locale.ROOT));
	}

	private @Nullable JsonNode schema(@Nullable String text) {
		return (text != null) ? this.json.readTree(text) : null;
	}

}
