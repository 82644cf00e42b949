/**
 * Measures the sources and prints what it found, so that the figures of two days compare.
 * Begin at {@link HouseMeasurements}.
 */
@NullMarked
package dev.babyagi.house;

import org.jspecify.annotations.NullMarked;
