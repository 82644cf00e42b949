/**
 * What is mended in a draft without asking the planner again: one {@link PlanFix} a file.
 * {@code PlanValidator} says in which order they are applied.
 */
@NullMarked
package dev.babyagi.planning.fix;

import org.jspecify.annotations.NullMarked;
