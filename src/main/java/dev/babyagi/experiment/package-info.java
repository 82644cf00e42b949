/**
 * Shows what something brings: a share of objectives does without it, by a draw that
 * anybody can repeat, and the two shares of right answers are compared.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
