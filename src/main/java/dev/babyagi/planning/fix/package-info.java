/**
 * Corrects mistakes in a draft without another request to the planner: one
 * {@link PlanFix} a file. {@code PlanValidator} sets the order in which they are applied.
 */
@NullMarked
package dev.babyagi.planning.fix;

import org.jspecify.annotations.NullMarked;
