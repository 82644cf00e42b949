/**
 * Turns whatever fails, at whatever depth, into one RFC 9457 answer, and serves the page
 * that explains its type.
 */
@NullMarked
package dev.babyagi.web.problem;

import org.jspecify.annotations.NullMarked;
