/**
 * Idempotency keys and the answers they stand for, kept in the database for a day.
 */
@NullMarked
package dev.babyagi.web.idempotency;

import org.jspecify.annotations.NullMarked;
