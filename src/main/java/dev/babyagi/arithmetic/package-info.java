/**
 * Computes the exact value of an expression, in fractions as long as possible. It depends
 * on no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.arithmetic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
