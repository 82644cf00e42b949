/**
 * Compares the service with simpler ways to use the same model.
 */
@NullMarked
package dev.babyagi.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
