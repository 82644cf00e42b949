package dev.babyagi.journey.drive;

/**
 * This replica begins to stop: it takes no new work, and what is at work goes on
 * elsewhere.
 */
public record DrainBegun() {

}
