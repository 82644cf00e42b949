/**
 * Acts that need no model: the contract {@link Tool}, the {@link ToolCatalogue} of those
 * there are, and the built-in ones, one file each; and {@link JsonSchema}, to which what
 * goes in and comes out is held.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "schema", "arithmetic", "web" })
package dev.babyagi.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
