/**
 * Compiles JSON Schemas from clients, tools and models, and validates values against
 * them. Regular expressions from the same sources run here in linear time.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "reply")
package dev.babyagi.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
