package dev.babyagi.planning;

/**
 * Mends one kind of slip in a draft, the same way each time and without a model.
 */
@FunctionalInterface
interface Fix {

	/** The draft mended; what a reader should know of it is added to the findings. */
	Draft mend(Draft draft, Terms terms, Findings findings);

}
