/**
 * What every response carries: the trace, and headers that tell browsers and caches to be
 * careful.
 */
@NullMarked
package dev.babyagi.web.header;

import org.jspecify.annotations.NullMarked;
