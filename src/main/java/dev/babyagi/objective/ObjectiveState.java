package dev.babyagi.objective;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an objective stands in its life. Terminal states never change.
 */
public enum ObjectiveState {

	/** Accepted and stored; nobody has begun. */
	SUBMITTED,

	/** A replica works on it, or it waits for something that is not a person. */
	WORKING,

	/** It waits for a person's answer. */
	INPUT_REQUIRED,

	/** There is an answer, full or partial. */
	COMPLETED,

	/** It ended without an answer. */
	FAILED,

	/** A client called it off. */
	CANCELED,

	/** It was turned down before anything was carried out. */
	REJECTED;

	private static final Set<ObjectiveState> TERMINAL = EnumSet.of(COMPLETED, FAILED, CANCELED, REJECTED);

	public boolean isTerminal() {
		return TERMINAL.contains(this);
	}

	/**
	 * The table of legal transitions.
	 */
	public boolean canBecome(ObjectiveState next) {
		return switch (this) {
			case SUBMITTED -> next == WORKING || next == CANCELED || next == REJECTED;
			case WORKING -> next != SUBMITTED && next != WORKING;
			case INPUT_REQUIRED -> next == WORKING || next.isTerminal();
			case COMPLETED, FAILED, CANCELED, REJECTED -> false;
		};
	}

}
