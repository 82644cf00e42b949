/**
 * The HTTP API of the journal. It lists the entries of one objective in order.
 */
@NullMarked
package dev.babyagi.journal.web;

import org.jspecify.annotations.NullMarked;
