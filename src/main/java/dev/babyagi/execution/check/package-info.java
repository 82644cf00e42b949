/**
 * Checks what a model or a tool answered: its type, its schema, and the criterion that
 * the task names as its success. A check that is of no use says nothing; it never fails
 * an answer.
 */
@NullMarked
package dev.babyagi.execution.check;

import org.jspecify.annotations.NullMarked;
