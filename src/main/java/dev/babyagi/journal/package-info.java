/**
 * The ordered record of what happened to an objective. It listens and is never called.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "plan", "execution", "web" })
package dev.babyagi.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
