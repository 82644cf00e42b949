/**
 * The HTTP interface of operations: one of them can be looked at.
 */
@NullMarked
package dev.babyagi.operation.web;

import org.jspecify.annotations.NullMarked;
