package dev.babyagi.planning;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.tool.ToolPermission;

/**
 * Requests to test with, under the default limits.
 */
final class PlanRequestFixtures {

	static final Budget BUDGET = new Budget(60, 500_000, BigDecimal.ONE);

	private PlanRequestFixtures() {
	}

	static PlanRequest of(String objective) {
		return of(objective, PlanningMode.AUTO, null, ToolPermission.PURE_ONLY);
	}

	static PlanRequest withTools(String objective, String... tools) {
		return of(objective, PlanningMode.AUTO, null, new ToolPermission(List.of(tools)));
	}

	static PlanRequest withSchema(String objective, String schema) {
		return of(objective, PlanningMode.AUTO, ExactJson.read(schema), ToolPermission.PURE_ONLY);
	}

	static PlanRequest withBudget(String objective, Budget remaining) {
		PlanRequest request = withTools(objective, "calculator", "datetime", "send_mail");
		return new PlanRequest(objective, request.mode(), null, request.tools(), 12, 20, 32_768, remaining);
	}

	static PlanRequest of(String objective, PlanningMode mode, @Nullable JsonNode schema, ToolPermission tools) {
		return new PlanRequest(objective, mode, schema, tools, 12, 20, 32_768, BUDGET);
	}

}
