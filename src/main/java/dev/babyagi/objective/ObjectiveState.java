package dev.babyagi.objective;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an objective stands in its life. Terminal states never change.
 */
public enum ObjectiveState {

	/** Accepted and stored; nobody has begun. */
	SUBMITTED,

	/** A replica works on it, or it waits for an endpoint. */
	WORKING,

	/** There is an answer, full or partial. */
	COMPLETED,

	/** It ended without an answer. */
	FAILED,

	/** A client called it off. */
	CANCELED;

	private static final Set<ObjectiveState> TERMINAL = EnumSet.of(COMPLETED, FAILED, CANCELED);

	public boolean isTerminal() {
		return TERMINAL.contains(this);
	}

	/**
	 * The table of legal transitions.
	 */
	public boolean canBecome(ObjectiveState next) {
		return switch (this) {
			case SUBMITTED -> next == WORKING || next == CANCELED;
			case WORKING -> next.isTerminal();
			case COMPLETED, FAILED, CANCELED -> false;
		};
	}

}
