/**
 * The HTTP interface of the tool module. It lists the tools.
 */
@NullMarked
package dev.babyagi.tool.web;

import org.jspecify.annotations.NullMarked;
