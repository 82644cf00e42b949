/**
 * Arithmetic as people and models write it: from a text in English or Chinese to a
 * formula, and from an expression to its exact value. It imports nothing of ours.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.arithmetic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
