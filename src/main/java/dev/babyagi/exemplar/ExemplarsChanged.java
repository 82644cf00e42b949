package dev.babyagi.exemplar;

/**
 * Exemplars have changed.
 */
record ExemplarsChanged() {

}
