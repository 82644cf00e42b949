package dev.babyagi.lesson;

import java.util.UUID;

/**
 * A lesson is being erased. Every module that keeps something of it erases that in the
 * same commit.
 *
 * @param lesson its id
 */
public record LessonErased(UUID lesson) {

}
