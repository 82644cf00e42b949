/**
 * The HTTP of objectives: every view of one, and every order to one.
 */
@NullMarked
package dev.babyagi.journey.web;

import org.jspecify.annotations.NullMarked;
