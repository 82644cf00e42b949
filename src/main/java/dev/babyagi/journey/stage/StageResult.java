package dev.babyagi.journey.stage;

import dev.babyagi.plan.Task;

/**
 * How far a stage came. {@link ObjectiveJourney} decides what follows.
 */
sealed interface StageResult {

	/** See {@link Advanced}. */
	StageResult ADVANCED = new Advanced();

	/** See {@link Waiting}. */
	StageResult WAITING = new Waiting();

	/** The state of the objective has changed: the next stage can begin. */
	record Advanced() implements StageResult {

	}

	/** Nothing can be done until an attempt ends or an instant is reached. */
	record Waiting() implements StageResult {

	}

	/**
	 * Execution cannot go on without planning.
	 *
	 * @param task a task that has no rung of the ladder left, or a sub-objective that is
	 * ready
	 */
	record Stalled(Task task) implements StageResult {

	}

	/**
	 * The tasks have ended and the answer lacks something.
	 *
	 * @param missing what it lacks, in the joiner's words; untrusted
	 */
	record Gap(String missing) implements StageResult {

	}

}
