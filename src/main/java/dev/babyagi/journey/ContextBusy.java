package dev.babyagi.journey;

import dev.babyagi.objective.ObjectiveId;

/**
 * Another objective of the context has not ended, and the request does not want to wait.
 */
public class ContextBusy extends RuntimeException {

	private final String detail;

	ContextBusy(ObjectiveId id) {
		this.detail = "The context is busy with %s; wait until it has ended, cancel it, or send onBusy enqueue or interrupt"
			.formatted(id);
	}

	@Override
	public String getMessage() {
		return this.detail;
	}

}
