/**
 * The HTTP of fine-tunings.
 */
@NullMarked
package dev.babyagi.tuning.web;

import org.jspecify.annotations.NullMarked;
