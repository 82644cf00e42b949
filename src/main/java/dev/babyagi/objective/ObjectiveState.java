package dev.babyagi.objective;

import java.util.EnumSet;
import java.util.Set;

/**
 * The state of an objective. Terminal states never change.
 */
public enum ObjectiveState {

	/** It is accepted and stored, and no replica has begun. */
	SUBMITTED,

	/** A replica works on it, or it waits for an endpoint. */
	WORKING,

	/** There is an answer, full or partial. */
	COMPLETED,

	/** It ended without an answer. */
	FAILED,

	/** A client canceled it. */
	CANCELED;

	private static final Set<ObjectiveState> TERMINAL = EnumSet.of(COMPLETED, FAILED, CANCELED);

	public boolean isTerminal() {
		return TERMINAL.contains(this);
	}

	/**
	 * Whether an objective in this state can enter another one.
	 */
	public boolean canBecome(ObjectiveState next) {
		return switch (this) {
			case SUBMITTED -> next == WORKING || next == CANCELED;
			case WORKING -> next.isTerminal();
			case COMPLETED, FAILED, CANCELED -> false;
		};
	}

}
