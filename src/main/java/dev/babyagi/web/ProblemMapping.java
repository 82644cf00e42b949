package dev.babyagi.web;

import java.util.Optional;

/**
 * Turns the exceptions of one module into problems. A bean in the module's web package.
 * It is called before the general rules, so that controllers need no exception handlers.
 */
@FunctionalInterface
public interface ProblemMapping {

	/**
	 * Returns the problem that an exception stands for.
	 * @param exception what a controller threw
	 * @return the problem, or nothing if the exception does not belong to this module
	 */
	Optional<Problem> map(Exception exception);

}
