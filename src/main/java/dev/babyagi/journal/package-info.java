/**
 * Keeps the ordered record of what happened to each objective, and streams it. It listens
 * to events of other modules, and none of them imports it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "plan", "language", "execution", "web" })
package dev.babyagi.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
