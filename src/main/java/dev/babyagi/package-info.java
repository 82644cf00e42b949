/**
 * A service that takes an objective, plans it, carries its tasks out in parallel and
 * joins one answer. Each direct sub-package is an application module.
 */
@NullMarked
package dev.babyagi;

import org.jspecify.annotations.NullMarked;
