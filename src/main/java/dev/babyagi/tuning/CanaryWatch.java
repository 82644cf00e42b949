package dev.babyagi.tuning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;
import dev.babyagi.tuning.CanaryStep.Ended;

/**
 * Compares the objectives that a new model has served with those of the same time that it
 * has not.
 */
@Component
class CanaryWatch {

	private static final int MOST = 1000;

	private final Objectives objectives;

	private final FeedbackIntake feedback;

	private final TuningSettings settings;

	CanaryWatch(Objectives objectives, FeedbackIntake feedback, TuningSettings settings) {
		this.objectives = objectives;
		this.feedback = feedback;
		this.settings = settings;
	}

	@Transactional(readOnly = true)
	CanaryStep look(FineTuning tuning) {
		Instant since = Objects.requireNonNull(tuning.stageSince());
		Map<ExperimentArm, List<Objective>> arms = this.objectives
			.list(tuning.tenant(), new ObjectiveFilter(null, null, null, since, null, null), MOST)
			.stream()
			.filter((objective) -> objective.state().isTerminal() && objective.spending().modelCalls() > 0)
			.collect(Collectors.groupingBy((objective) -> arm(tuning, objective)));
		return CanaryStep.of(ended(arms.getOrDefault(ExperimentArm.WITH, List.of())),
				ended(arms.getOrDefault(ExperimentArm.WITHOUT, List.of())), this.settings.canaryRuns());
	}

	/**
	 * Whether a model serves an objective: a larger share keeps those of a smaller one.
	 */
	static ExperimentArm arm(FineTuning tuning, Objective objective) {
		return ExperimentArm.of(tuning.getId(), objective.id().id(), tuning.share());
	}

	private Ended ended(List<Objective> objectives) {
		return new Ended(objectives.size(), (int) objectives.stream().filter(this::isGood).count());
	}

	private boolean isGood(Objective objective) {
		return objective.state() == ObjectiveState.COMPLETED && this.feedback.list(objective.tenant(), objective.id())
			.stream()
			.noneMatch((one) -> one.verdict() == FeedbackVerdict.FAILURE);
	}

}
