package dev.babyagi.journey.drive;

/**
 * This replica begins to stop: it takes no new work, and what is at work goes on
 * elsewhere.
 *
 * @param atWork how many objectives were at work
 */
public record DrainBegun(int atWork) {

}
