package dev.babyagi.journey.stage;

import java.math.BigDecimal;
import java.time.Duration;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.execution.ReplyAudience;
import dev.babyagi.execution.perform.Performers;
import dev.babyagi.integration.Integration;
import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRoutes;
import dev.babyagi.planning.Planning;
import dev.babyagi.planning.Plannings;
import dev.babyagi.tool.BuiltinTools;
import dev.babyagi.tool.ToolCatalogue;

/**
 * The stages, put together by hand.
 */
final class Journeys {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final JourneySettings SETTINGS = new JourneySettings(
			new JourneySettings.Limits(BigDecimal.ONE, 500_000, 60, 20, 2, Duration.ofMinutes(15), 8),
			new JourneySettings.Maximum(BigDecimal.TEN, 500_000, 60, 20, 2, Duration.ofMinutes(15), 8), 12,
			Duration.ofSeconds(1), Duration.ofSeconds(1), 10, Duration.ofDays(1), Duration.ofSeconds(1));

	private Journeys() {
	}

	static ObjectiveJourney with(LanguageModel model) {
		ToolCatalogue catalogue = BuiltinTools.catalogue();
		Planning planning = Plannings.with(catalogue);
		Integration integration = new Integration();
		PlanRequests requests = new PlanRequests(model, JSON, SETTINGS);
		Conversation conversation = new Conversation(model, new ModelRoutes(),
				new StaticListableBeanFactory().getBeanProvider(ReplyAudience.class));
		TerminationPolicy termination = termination();
		return new ObjectiveJourney(new PlanningStage(planning, requests, conversation, termination),
				new ExecutionStage(
						model, Performers.checking(model, catalogue), new ParentCompletion(integration), conversation),
				new RevisionStage(planning, requests, conversation),
				new IntegrationStage(integration, requests, conversation,
						new SummaryStage(integration, model, conversation), new JoinBriefs(requests, model),
						termination),
				termination);
	}

	static TerminationPolicy termination() {
		return new TerminationPolicy(JSON);
	}

}
