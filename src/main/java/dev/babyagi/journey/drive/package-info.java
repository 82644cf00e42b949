/**
 * Runs one driver for each objective at work on this replica: it owns the objective,
 * commits its progress guarded by the fence, and starts and cuts its attempts. The
 * package also starts and stops this work with the replica, schedules orphaned objectives
 * and erases old ones.
 */
@NullMarked
package dev.babyagi.journey.drive;

import org.jspecify.annotations.NullMarked;
