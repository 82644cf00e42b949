/**
 * Checks what a model or a tool answered: its type, its schema, and the success criterion
 * of the task. A criterion that cannot be applied never fails an answer.
 */
@NullMarked
package dev.babyagi.execution.check;

import org.jspecify.annotations.NullMarked;
