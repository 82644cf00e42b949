/**
 * Uses the console in a browser. Only the profile {@code browser} compiles it.
 */
@NullMarked
package dev.babyagi.browser;

import org.jspecify.annotations.NullMarked;
