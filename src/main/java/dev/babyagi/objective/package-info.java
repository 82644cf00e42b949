/**
 * What someone wants, in their words, with limits: the objective aggregate and the whole
 * vocabulary of its life. It takes plain values and knows nothing of plans, models or
 * tools.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.objective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
