package dev.babyagi.execution;

import java.util.EnumSet;
import java.util.Set;

/**
 * The state of a task within its objective.
 */
public enum TaskState {

	/** A task that it depends on has no artifact yet. */
	BLOCKED,

	/** It can start. */
	READY,

	/** An attempt, or a child of it, is under way. */
	RUNNING,

	/** The endpoint is down; the task is tried again later. */
	WAITING,

	/** An answer was wrong; the task is tried again. */
	RETRYING,

	/** There is an artifact. */
	SUCCEEDED,

	/** It has no artifact, and no further attempt will be made. */
	FAILED,

	/** It will not be carried out: a revision dropped it, or what it needs failed. */
	SKIPPED,

	/** The objective was canceled. */
	CANCELED;

	private static final Set<TaskState> TERMINAL = EnumSet.of(SUCCEEDED, FAILED, SKIPPED, CANCELED);

	public boolean isTerminal() {
		return TERMINAL.contains(this);
	}

	public boolean hasArtifact() {
		return this == SUCCEEDED;
	}

}
