/**
 * What an objective does next. {@link ObjectiveJourney} alone decides which stage
 * follows; a stage changes a unit of work and says how far it came.
 */
@NullMarked
package dev.babyagi.journey.stage;

import org.jspecify.annotations.NullMarked;
