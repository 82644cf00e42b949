/**
 * Serves the console: a page that shows objectives and posts them. It is a client like
 * any other and uses only the public API.
 */
@NullMarked
package dev.babyagi.web.console;

import org.jspecify.annotations.NullMarked;
