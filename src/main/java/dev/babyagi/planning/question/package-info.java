/**
 * Reads a question in English or Chinese as a formula. A text that can be read in two
 * ways is refused.
 */
@NullMarked
package dev.babyagi.planning.question;

import org.jspecify.annotations.NullMarked;
