package dev.babyagi.objective;

/**
 * An objective is being erased. Every module that keeps something of it erases that in
 * the same commit.
 *
 * @param id the id of the objective
 * @param tenant the tenant of the objective
 * @param cause why it is erased
 */
public record ObjectiveErased(ObjectiveId id, String tenant, Cause cause) {

	/**
	 * Why an objective is erased. Modules must forget what they took from an objective
	 * that a client erases; they may keep it if the objective is only too old.
	 */
	public enum Cause {

		/** A client asked for it. */
		CLIENT,

		/** It ended longer ago than objectives are kept. */
		RETENTION

	}

}
