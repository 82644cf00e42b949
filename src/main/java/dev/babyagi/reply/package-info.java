/**
 * Reads values from a model's reply: JSON, numbers, dates and booleans, and whether it is
 * a refusal. How numbers are shown it has from the module {@code arithmetic}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "arithmetic" })
package dev.babyagi.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
