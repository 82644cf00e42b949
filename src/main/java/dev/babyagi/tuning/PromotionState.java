package dev.babyagi.tuning;

/**
 * Whether a model that was trained serves objectives.
 */
public enum PromotionState {

	/** There is no model yet. */
	WAITING,

	/** It is tried on what is held out. */
	GATE,

	/** It did not pass the gate, and serves nobody. */
	REFUSED,

	/** It serves a part of the objectives. */
	CANARY,

	/** It serves all objectives. */
	SERVING,

	/** It has served, and does not any more. */
	ROLLED_BACK

}
