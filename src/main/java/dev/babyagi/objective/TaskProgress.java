package dev.babyagi.objective;

import jakarta.persistence.Embeddable;

/**
 * How many tasks stand where.
 *
 * @param total tasks of the current revision
 * @param succeeded succeeded or reused
 * @param running running or retrying
 * @param failed failed
 * @param skipped skipped or canceled
 */
@Embeddable
public record TaskProgress(int total, int succeeded, int running, int failed, int skipped) {

	public static final TaskProgress NONE = new TaskProgress(0, 0, 0, 0, 0);

}
