/**
 * The story of one objective, told once: plan, execute, integrate, revise or finish. One
 * driver thread for each objective at work does all its writing, behind a fence.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "language", "tool", "dispatch", "storage", "schema", "plan",
		"planning", "execution", "integration", "web" })
package dev.babyagi.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
