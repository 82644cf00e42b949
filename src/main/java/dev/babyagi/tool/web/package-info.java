/**
 * The tools over HTTP.
 */
@NullMarked
package dev.babyagi.tool.web;

import org.jspecify.annotations.NullMarked;
