/**
 * Hands work over to a replica durably: the caller's commit writes a row, and one replica
 * handles it under a lease. A row holds an id, a due time and a priority, and no data.
 * Objectives have a table of their own, and background work of every kind another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
