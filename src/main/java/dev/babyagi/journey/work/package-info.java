/**
 * Holds the state of an objective at work, and the unit of work that changes copies of
 * it. Nothing here reads or writes the database.
 */
@NullMarked
package dev.babyagi.journey.work;

import org.jspecify.annotations.NullMarked;
