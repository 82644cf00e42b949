/**
 * Reads what a model replied: its JSON, numbers, dates and truths, and whether it
 * refuses. It knows texts and values, and nothing of tasks or endpoints.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
