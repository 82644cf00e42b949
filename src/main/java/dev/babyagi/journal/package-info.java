/**
 * Keeps the ordered record of what happened to each objective. It listens to events of
 * other modules, and no module but its own HTTP API calls it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "plan", "language", "execution", "web" })
package dev.babyagi.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
