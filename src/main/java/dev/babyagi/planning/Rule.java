package dev.babyagi.planning;

/**
 * One rule that a valid plan keeps.
 */
@FunctionalInterface
interface Rule {

	/** Adds every breach to the findings, not only the first. */
	void check(Draft draft, Terms terms, Findings findings);

}
