package dev.babyagi.learning.reflect;

import dev.babyagi.lesson.LessonText;

/**
 * A lesson as a model proposed it. Any part may be empty.
 *
 * @param action what is to be done: add, edit, merge or retire
 * @param label the present lesson that this is about, such as {@code l1}
 * @param text the words
 */
record ProposedLesson(String action, String label, LessonText text) {

}
