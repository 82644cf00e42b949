/**
 * JSON at the edge: limits on what comes in, no leniency in how it is read, and the
 * spelling of enum constants.
 */
@NullMarked
package dev.babyagi.web.json;

import org.jspecify.annotations.NullMarked;
