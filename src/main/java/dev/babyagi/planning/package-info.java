/**
 * From an objective to a validated {@link Plan}: an immutable, numbered revision of how,
 * drawn exactly for arithmetic and by a model for the rest.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "plan", "arithmetic", "reply", "schema", "language", "tool" })
package dev.babyagi.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
