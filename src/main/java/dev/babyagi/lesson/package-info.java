/**
 * Lessons: which of them a prompt holds, and what they bring. How a lesson comes about is
 * not its matter.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "experiment", "family", "language", "memory" })
package dev.babyagi.lesson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
