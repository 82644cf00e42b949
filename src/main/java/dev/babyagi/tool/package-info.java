/**
 * Defines the {@link Tool}, which works without a model, and the {@link ToolCatalogue}
 * that lists all tools. The built-in tools are in packages of their own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "schema", "arithmetic", "web" })
package dev.babyagi.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
