package dev.babyagi.journey.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

import dev.babyagi.journey.LimitPolicy;
import dev.babyagi.objective.Limits;

/**
 * Describes the limits of an objective as this service is set: the default and the
 * maximum of each.
 */
@Component
@SuppressWarnings({ "rawtypes", "unchecked" }) // the library's model uses raw types
class LimitDescription implements GlobalOpenApiCustomizer {

	private final LimitPolicy policy;

	LimitDescription(LimitPolicy policy) {
		this.policy = policy;
	}

	@Override
	public void customise(OpenAPI api) {
		Limits defaults = this.policy.defaults();
		Limits most = this.policy.maximum();
		Map<String, Schema> limits = properties(api, "LimitsRequest");
		bound(limits, "maxCostUsd", defaults.maxCostUsd(), most.maxCostUsd());
		bound(limits, "maxTokens", defaults.maxTokens(), most.maxTokens());
		bound(limits, "maxModelCalls", defaults.maxModelCalls(), most.maxModelCalls());
		bound(limits, "maxTasks", defaults.maxTasks(), most.maxTasks());
		bound(limits, "maxReplans", defaults.maxReplans(), most.maxReplans());
		property(limits, "maxDuration").description("From PT1S to " + most.maxDuration())
			.setDefault(defaults.maxDuration().toString());
		bound(properties(api, "ObjectiveRequest"), "parallelism", this.policy.parallelism(),
				this.policy.maxParallelism());
	}

	private static Map<String, Schema> properties(OpenAPI api, String component) {
		return Objects.requireNonNull(api.getComponents().getSchemas().get(component)).getProperties();
	}

	private static Schema property(Map<String, Schema> properties, String name) {
		return Objects.requireNonNull(properties.get(name));
	}

	private static void bound(Map<String, Schema> properties, String name, Number byDefault, Number most) {
		Schema property = property(properties, name);
		property.setDefault(byDefault);
		property.setMaximum(new BigDecimal(most.toString()));
	}

}
