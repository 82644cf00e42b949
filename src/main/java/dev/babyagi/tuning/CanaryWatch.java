package dev.babyagi.tuning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;

/**
 * Compares the objectives that a new model or wording has served with those of the same
 * time that it has not.
 */
@Component
public class CanaryWatch {

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
		Predicate<UUID> takes = (
				objective) -> ExperimentArm.of(tuning.getId(), objective, tuning.share()) == ExperimentArm.WITH;
		Map<UUID, Boolean> ended = ended(tuning.tenant(), Objects.requireNonNull(tuning.stageSince()));
		return CanaryStep.of(effect(ended, takes, takes.negate()), this.settings.canaryRuns());
	}

	/**
	 * The objectives that have ended with a model's help, of the latest 1,000 of a
	 * tenant, and whether each was completed and not called wrong.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Boolean> ended(String tenant, Instant since) {
		return this.objectives.list(tenant, new ObjectiveFilter(null, null, null, since, null, null), MOST)
			.stream()
			.filter((objective) -> objective.state().isTerminal() && objective.spending().modelCalls() > 0)
			.collect(Collectors.toMap((objective) -> objective.id().id(), this::isGood));
	}

	/**
	 * Counts objectives that have ended. Those that nobody called wrong count as right.
	 * @param with which of them had what is looked at
	 * @param without which of them are compared with those
	 */
	public static MeasuredEffect effect(Map<UUID, Boolean> ended, Predicate<UUID> with, Predicate<UUID> without) {
		return new MeasuredEffect(arm(ended, with), arm(ended, without));
	}

	private static MeasuredEffect.Arm arm(Map<UUID, Boolean> ended, Predicate<UUID> counted) {
		List<Boolean> good = ended.entrySet()
			.stream()
			.filter((entry) -> counted.test(entry.getKey()))
			.map(Map.Entry::getValue)
			.toList();
		return new MeasuredEffect.Arm(good.size(), (int) good.stream().filter((one) -> one).count(), 0);
	}

	private boolean isGood(Objective objective) {
		return objective.state() == ObjectiveState.COMPLETED && this.feedback.list(objective.tenant(), objective.id())
			.stream()
			.noneMatch((one) -> one.verdict() == FeedbackVerdict.FAILURE);
	}

}
