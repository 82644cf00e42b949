package dev.babyagi.lesson;

/**
 * Lessons have changed.
 */
record LessonsChanged() {

}
