/**
 * Turns an objective into a validated {@link Plan}. Arithmetic is planned exactly without
 * a model; for everything else a model writes a draft.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "plan", "arithmetic", "reply", "schema", "language", "tool" })
package dev.babyagi.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
