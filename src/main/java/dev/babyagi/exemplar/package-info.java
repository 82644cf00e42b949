/**
 * Plans that worked: which of them a planner is shown, when one is used again without a
 * planner, and what that brings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "redaction", "experiment", "family", "language", "memory",
		"plan", "planning", "reply" })
package dev.babyagi.exemplar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
