/**
 * Work in the background: operations, which clients can look at, and the ledger of the
 * model calls that belong to no objective at work.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "language", "web" })
package dev.babyagi.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
