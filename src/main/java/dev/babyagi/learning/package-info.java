/**
 * Learns from feedback: takes it, spreads it over what took part, reflects on what went
 * wrong, proposes lessons, and admits those that replays of stored tasks bear out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "redaction", "exemplar", "experiment", "family", "language",
		"lesson", "memory", "plan", "execution", "journey", "dispatch", "operation", "reply", "web" })
package dev.babyagi.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
