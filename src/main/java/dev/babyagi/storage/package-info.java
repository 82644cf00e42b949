/**
 * Looks after the database: its file, its clock, its migrations, commits that several
 * objectives share, and messages that say what to do when it cannot be used. Tables and
 * rows belong to the other modules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
