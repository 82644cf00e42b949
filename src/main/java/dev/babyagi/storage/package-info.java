/**
 * What keeps the database true: its file, its time, when its schema grows, and what is
 * said when it cannot be used; and commits that are shared. Rows are each module's own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
