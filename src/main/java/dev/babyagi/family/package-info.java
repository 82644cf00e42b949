/**
 * Which objectives are alike: those whose text is the same, or nearly so, once numbers,
 * names and quotations are slots.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "memory" })
package dev.babyagi.family;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
