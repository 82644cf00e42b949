/**
 * Reads values from a model's reply: JSON, numbers, dates and booleans, and whether it is
 * a refusal. It depends on no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
