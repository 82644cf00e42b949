/**
 * Makes one answer with its provenance from the artifacts of tasks. Its verdict says
 * whether the answer satisfies the objective, or what is missing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "language", "memory", "plan", "execution", "reply", "schema" })
package dev.babyagi.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
