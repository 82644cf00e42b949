/**
 * The HTTP interface of feedback, lessons, and what learning costs.
 */
@NullMarked
package dev.babyagi.learning.web;

import org.jspecify.annotations.NullMarked;
