/**
 * The conventions of the edge, used by the web packages of the modules and by nobody
 * else: problems, pages, cursors, limits of input and the description of the API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "storage")
package dev.babyagi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
