/**
 * Takes an objective from its acceptance to its end: plan, execute, integrate, revise or
 * finish. For each objective at work one driver thread does all the writing, guarded by a
 * fence.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "redaction", "language", "tool", "memory", "lesson", "exemplar",
		"dispatch", "storage", "schema", "plan", "planning", "execution", "picture", "integration", "reply", "web" })
package dev.babyagi.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
