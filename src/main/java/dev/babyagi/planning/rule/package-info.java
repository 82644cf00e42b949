/**
 * Checks a draft before it becomes a plan: one {@link PlanRule} a file, numbered V1 to
 * V14. A rule reports every fault that it finds and changes nothing.
 */
@NullMarked
package dev.babyagi.planning.rule;

import org.jspecify.annotations.NullMarked;
