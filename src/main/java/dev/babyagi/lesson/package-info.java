/**
 * What was learned, where it is used, and what it brings: lessons, the families of
 * objectives they are for, which of them a prompt holds, and their measured effect. How a
 * lesson comes about is not its matter.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "language", "memory" })
package dev.babyagi.lesson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
