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
public record Progress(int total, int succeeded, int running, int failed, int skipped) {

	public static final Progress NONE = new Progress(0, 0, 0, 0, 0);

}
