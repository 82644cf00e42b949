package dev.babyagi.web;

import java.util.Optional;

/**
 * What a module's own exceptions mean at the edge. A bean of the module's web package;
 * asked before the general rules, so that no controller needs handlers of its own.
 */
@FunctionalInterface
public interface ProblemMapping {

	/**
	 * The problem an exception stands for.
	 * @param exception what a controller threw
	 * @return the problem, or nothing if the exception is not of this module
	 */
	Optional<Problem> map(Exception exception);

}
