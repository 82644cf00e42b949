package dev.babyagi.journey.stage;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Execution;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.integration.JoinBackground;
import dev.babyagi.integration.JoinBrief;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.Objective;
import dev.babyagi.plan.Plan;

/**
 * Makes the briefs for the joining call.
 */
@Component
public class JoinBriefs {

	private final PlanRequests requests;

	private final LanguageModel model;

	JoinBriefs(PlanRequests requests, LanguageModel model) {
		this.requests = requests;
		this.model = model;
	}

	/** The brief of an objective, as its tasks stand. */
	public JoinBrief of(Objective objective, Plan plan, Execution execution, JoinBackground background) {
		Set<String> verified = execution.runs()
			.stream()
			.filter((run) -> run.verification() != null && run.verification() != VerificationLevel.NONE)
			.map(TaskRun::taskId)
			.collect(Collectors.toSet());
		return new JoinBrief(objective.text(), background, plan, execution.artifacts(), execution.states(), verified,
				this.requests.outputSchema(objective), window(), ModelRequest.DEFAULT_TIMEOUT, Map.of());
	}

	/** The context window of the joiner, in tokens. */
	int window() {
		return this.model.contextTokens(ModelRole.JOINER);
	}

}
