/**
 * JSON Schemas that a client, a tool or a model wrote, and the values that are held to
 * them. A regular expression that is not ours runs here, in linear time.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "reply")
package dev.babyagi.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
