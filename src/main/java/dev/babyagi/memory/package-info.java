/**
 * Keeps what was said and learned, so that it is there when it is needed: remembers,
 * recalls, supersedes and forgets. Rows are the truth. The index in {@code index} is a
 * local, disposable cache of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "redaction", "language", "dispatch", "operation", "storage",
		"reply", "web" })
package dev.babyagi.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
