/**
 * Adds the headers that every response carries. They name the trace, and they restrict
 * what browsers and caches may do.
 */
@NullMarked
package dev.babyagi.web.header;

import org.jspecify.annotations.NullMarked;
