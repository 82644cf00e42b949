/**
 * One driver for each objective at work on this replica: it owns the objective, commits
 * behind the fence, and starts and cuts attempts. The lifecycle of the replica is here as
 * well.
 */
@NullMarked
package dev.babyagi.journey.drive;

import org.jspecify.annotations.NullMarked;
