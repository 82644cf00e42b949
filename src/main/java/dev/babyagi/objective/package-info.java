/**
 * The objective: what someone wants, in their words and within limits, with its states,
 * orders and events. It takes plain values and knows nothing of plans, models or tools.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.objective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
