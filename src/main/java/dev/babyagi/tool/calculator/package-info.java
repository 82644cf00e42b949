/**
 * The calculator.
 */
@NullMarked
package dev.babyagi.tool.calculator;

import org.jspecify.annotations.NullMarked;
