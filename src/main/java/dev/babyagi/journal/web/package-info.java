/**
 * The HTTP of the journal.
 */
@NullMarked
package dev.babyagi.journal.web;

import org.jspecify.annotations.NullMarked;
