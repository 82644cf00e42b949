/**
 * Training data: rows made of calls that were verified or corrected, in numbered versions
 * that are never changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "family", "redaction", "language", "memory", "plan",
		"execution", "journey", "dispatch", "learning", "reply", "web" })
package dev.babyagi.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
