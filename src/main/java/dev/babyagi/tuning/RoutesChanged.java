package dev.babyagi.tuning;

/**
 * Another model serves some objectives.
 */
record RoutesChanged() {

}
