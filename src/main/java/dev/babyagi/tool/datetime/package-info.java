/**
 * Provides the tool for dates and times. It follows ISO 8601 and the IANA time zones.
 */
@NullMarked
package dev.babyagi.tool.datetime;

import org.jspecify.annotations.NullMarked;
