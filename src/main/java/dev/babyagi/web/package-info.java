/**
 * Defines what all HTTP interfaces of the service share: problems, pages, cursors, input
 * limits and the description of the API. Only the web packages of the modules use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "storage")
package dev.babyagi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
