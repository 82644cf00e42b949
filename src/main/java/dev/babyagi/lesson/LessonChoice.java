package dev.babyagi.lesson;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.experiment.ExperimentArm;

/**
 * The one lesson that was chosen for an objective.
 *
 * @param lesson its id
 * @param wording the number of its wording
 * @param arm whether the prompts hold it
 * @param candidate whether it was a candidate
 * @param text its words; {@code null} if it is gone
 */
public record LessonChoice(UUID lesson, int wording, ExperimentArm arm, boolean candidate, @Nullable LessonText text) {

}
