package dev.babyagi.objective;

/**
 * An objective cannot enter the wanted state from its present one.
 */
public class IllegalTransition extends RuntimeException {

	private final ObjectiveState from;

	IllegalTransition(ObjectiveId id, ObjectiveState from, ObjectiveState wanted) {
		super("Objective %s is %s and cannot become %s".formatted(id, from, wanted));
		this.from = from;
	}

	public ObjectiveState from() {
		return this.from;
	}

}
