package dev.babyagi.learning;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import dev.babyagi.execution.Executions;
import dev.babyagi.objective.Objective;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanRevisions;

/**
 * Reads what happened in objectives that have ended.
 */
@Component
public class PastRuns {

	private final PlanRevisions plans;

	private final Executions executions;

	private final JsonMapper json;

	PastRuns(PlanRevisions plans, Executions executions, JsonMapper json) {
		this.plans = plans;
		this.executions = executions;
		this.json = json;
	}

	public PastRun of(Objective objective) {
		Plan plan = this.plans.newest(objective.id()).orElse(null);
		String stored = objective.result();
		JsonNode result = (stored != null) ? this.json.readTree(stored) : MissingNode.getInstance();
		return new PastRun(objective, plan, this.executions.find(objective, plan), result);
	}

}
