/**
 * What a planner's reply says before it is a plan: read leniently, held to constraints,
 * with a report of what is wrong with it. The prompts' window and the permitted tools are
 * here.
 */
@NullMarked
package dev.babyagi.planning.draft;

import org.jspecify.annotations.NullMarked;
