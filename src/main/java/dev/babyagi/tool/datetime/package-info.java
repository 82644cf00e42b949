/**
 * The tool for dates and times.
 */
@NullMarked
package dev.babyagi.tool.datetime;

import org.jspecify.annotations.NullMarked;
