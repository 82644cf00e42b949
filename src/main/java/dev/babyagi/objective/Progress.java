package dev.babyagi.objective;

import jakarta.persistence.Embeddable;

/**
 * How many tasks of the current revision are in which state.
 *
 * @param total all tasks
 * @param succeeded tasks that succeeded
 * @param running tasks that are running or retrying
 * @param failed tasks that failed
 * @param skipped tasks that were skipped or canceled
 */
@Embeddable
public record Progress(int total, int succeeded, int running, int failed, int skipped) {

	public static final Progress NONE = new Progress(0, 0, 0, 0, 0);

}
