package dev.babyagi.journey.stage;

import dev.babyagi.plan.Task;

/**
 * How far a stage came. {@link ObjectiveJourney} decides what follows from it.
 */
sealed interface StageResult {

	/** See {@link Advanced}. */
	StageResult ADVANCED = new Advanced();

	/** See {@link Waiting}. */
	StageResult WAITING = new Waiting();

	/** The objective is in another place than before: the next stage can begin. */
	record Advanced() implements StageResult {

	}

	/** Nothing can be done until an attempt ends or an instant is reached. */
	record Waiting() implements StageResult {

	}

	/**
	 * Execution cannot go on without planning.
	 *
	 * @param task a task that has no rung of the ladder left, or one that is planned at
	 * its own turn
	 */
	record Stalled(Task task) implements StageResult {

	}

	/**
	 * The tasks are done and the answer misses something.
	 *
	 * @param missing what it misses, as the joiner says it; untrusted
	 */
	record Gap(String missing) implements StageResult {

	}

}
