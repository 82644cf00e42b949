/**
 * The HTTP of datasets.
 */
@NullMarked
package dev.babyagi.dataset.web;

import org.jspecify.annotations.NullMarked;
