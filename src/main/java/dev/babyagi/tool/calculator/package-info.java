/**
 * Provides the calculator as a tool. Its parser and its arithmetic are in the module
 * {@code arithmetic}.
 */
@NullMarked
package dev.babyagi.tool.calculator;

import org.jspecify.annotations.NullMarked;
