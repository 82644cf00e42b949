package dev.babyagi.planning;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.tool.ToolPermission;

/**
 * Commissions to test with, under the default limits.
 */
final class Commissions {

	static final Budget BUDGET = new Budget(60, 500_000, BigDecimal.ONE);

	private Commissions() {
	}

	static Commission of(String objective) {
		return of(objective, PlanningMode.AUTO, null, ToolPermission.PURE_ONLY);
	}

	static Commission withTools(String objective, String... tools) {
		return of(objective, PlanningMode.AUTO, null, new ToolPermission(List.of(tools)));
	}

	static Commission withSchema(String objective, String schema) {
		return of(objective, PlanningMode.AUTO, ExactJson.read(schema), ToolPermission.PURE_ONLY);
	}

	static Commission of(String objective, PlanningMode mode, @Nullable JsonNode schema, ToolPermission tools) {
		return new Commission(objective, mode, schema, tools, 12, 20, 32_768, BUDGET);
	}

}
