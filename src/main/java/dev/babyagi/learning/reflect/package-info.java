/**
 * Asks a model for lessons, once for each feedback that says what went wrong, and keeps
 * those that can be kept.
 */
@NullMarked
package dev.babyagi.learning.reflect;

import org.jspecify.annotations.NullMarked;
