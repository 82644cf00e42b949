/**
 * Implements idempotency keys. Keys and their answers stay in the database for 24 hours.
 */
@NullMarked
package dev.babyagi.web.idempotency;

import org.jspecify.annotations.NullMarked;
