/**
 * The {@link Plan}: an immutable, numbered revision of the tasks and their dependencies.
 * Its rows, its JSON and its pictures are here; how it is drawn is the matter of
 * planning.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "reply" })
package dev.babyagi.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
