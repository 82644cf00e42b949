/**
 * Decides what an objective does next. {@link ObjectiveJourney} alone chooses the stage;
 * a stage changes the unit of work and returns how far it came.
 */
@NullMarked
package dev.babyagi.journey.stage;

import org.jspecify.annotations.NullMarked;
