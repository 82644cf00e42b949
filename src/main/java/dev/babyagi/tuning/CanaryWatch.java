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
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;
import dev.babyagi.tuning.EndedArms.Ended;

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
		EndedArms arms = arms(tuning.tenant(), Objects.requireNonNull(tuning.stageSince()),
				(objective) -> ExperimentArm.of(tuning.getId(), objective, tuning.share()) == ExperimentArm.WITH);
		return CanaryStep.of(arms.with(), arms.without(), this.settings.canaryRuns());
	}

	/**
	 * Counts the objectives that have ended, of the latest 1,000 of a tenant.
	 * @param takes which objectives have what is looked at
	 */
	@Transactional(readOnly = true)
	public EndedArms arms(String tenant, Instant since, Predicate<UUID> takes) {
		Map<Boolean, List<Objective>> arms = this.objectives
			.list(tenant, new ObjectiveFilter(null, null, null, since, null, null), MOST)
			.stream()
			.filter((objective) -> objective.state().isTerminal() && objective.spending().modelCalls() > 0)
			.collect(Collectors.partitioningBy((objective) -> takes.test(objective.id().id())));
		return new EndedArms(ended(arms.getOrDefault(true, List.of())), ended(arms.getOrDefault(false, List.of())));
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
