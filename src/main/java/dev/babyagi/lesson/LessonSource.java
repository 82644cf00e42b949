package dev.babyagi.lesson;

import java.util.UUID;

import dev.babyagi.objective.ObjectiveId;

/**
 * What taught a lesson.
 *
 * @param feedback the feedback
 * @param objective the objective that the feedback is on
 */
public record LessonSource(UUID feedback, ObjectiveId objective) {

}
