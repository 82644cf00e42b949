package dev.babyagi.lesson;

import java.util.UUID;

/**
 * Objectives that are alike.
 *
 * @param id its id
 * @param slots the text of its first objective with slots, see {@link SlottedText}
 */
record LessonFamily(UUID id, String slots) {

}
