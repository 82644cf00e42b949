/**
 * A service that takes an objective, plans it, carries its tasks out in parallel and
 * joins their results into one answer. Each direct sub-package is an application module.
 */
@NullMarked
package dev.babyagi;

import org.jspecify.annotations.NullMarked;
