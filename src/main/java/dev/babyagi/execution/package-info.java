/**
 * The plan of an objective being carried out: task runs, attempts and artifacts. It
 * decides which tasks can start, and what is tried after an attempt has failed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "language", "tool", "memory", "plan", "reply", "schema" })
package dev.babyagi.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
