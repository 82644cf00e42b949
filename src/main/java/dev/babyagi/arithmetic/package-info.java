/**
 * Reads a text in English or Chinese as a formula, and computes the exact value of an
 * expression. It depends on no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.arithmetic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
