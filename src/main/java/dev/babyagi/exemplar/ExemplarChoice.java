package dev.babyagi.exemplar;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.experiment.ExperimentArm;

/**
 * The one exemplar that was chosen for an objective.
 *
 * @param exemplar its id
 * @param arm whether the objective gets it
 * @param shown its objective and plan; {@code null} if it is gone
 * @param filled its plan with the literals of the objective, to be used without a
 * planner; {@code null} if that is not safe
 */
public record ExemplarChoice(UUID exemplar, ExperimentArm arm, @Nullable Shown shown, @Nullable String filled) {

	/**
	 * What a planner is shown.
	 *
	 * @param objective the text of the earlier objective
	 * @param plan its plan, as a planner replies it
	 */
	public record Shown(String objective, String plan) {

	}

}
