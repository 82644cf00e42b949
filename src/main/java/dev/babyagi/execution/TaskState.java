package dev.babyagi.execution;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a task stands within its objective.
 */
public enum TaskState {

	/** Something it depends on is not done. */
	BLOCKED,

	/** It could start. */
	READY,

	/** An attempt, or a child of it, is under way. */
	RUNNING,

	/** The endpoint is down; it is tried anew later. */
	WAITING,

	/** An answer was wrong; it is tried again. */
	RETRYING,

	/** There is an artifact. */
	SUCCEEDED,

	/** No attempt brought an artifact, and none will be made. */
	FAILED,

	/** It will not be carried out: a revision dropped it, or what it needs failed. */
	SKIPPED,

	/** The objective was called off. */
	CANCELED;

	private static final Set<TaskState> TERMINAL = EnumSet.of(SUCCEEDED, FAILED, SKIPPED, CANCELED);

	public boolean isTerminal() {
		return TERMINAL.contains(this);
	}

	public boolean hasArtifact() {
		return this == SUCCEEDED;
	}

}
