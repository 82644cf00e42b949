/**
 * Answers every error as a problem of RFC 9457. It also serves the pages that explain the
 * types of problems.
 */
@NullMarked
package dev.babyagi.web.problem;

import org.jspecify.annotations.NullMarked;
