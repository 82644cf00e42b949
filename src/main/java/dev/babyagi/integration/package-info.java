/**
 * From the artifacts of tasks to one answer with its provenance, and a verdict:
 * satisfied, or what is missing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "language", "plan", "execution", "reply", "schema" })
package dev.babyagi.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
