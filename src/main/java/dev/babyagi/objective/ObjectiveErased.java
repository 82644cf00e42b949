package dev.babyagi.objective;

/**
 * An objective is erased. Every module that keeps something of it erases that in the same
 * commit.
 *
 * @param id which
 * @param tenant whose it was
 * @param cause who wants it gone
 */
public record ObjectiveErased(ObjectiveId id, String tenant, Cause cause) {

	/**
	 * Who wants an objective gone. What a client erases is to be forgotten; what is only
	 * too old is not.
	 */
	public enum Cause {

		/** A client asked for it. */
		CLIENT,

		/** It ended longer ago than objectives are kept. */
		RETENTION

	}

}
