/**
 * Reads a planner's reply into a {@link PlanDraft}, leniently. It also holds the
 * constraints of a draft, the report of its faults, the permitted tools, and the window
 * for prompts.
 */
@NullMarked
package dev.babyagi.planning.draft;

import org.jspecify.annotations.NullMarked;
