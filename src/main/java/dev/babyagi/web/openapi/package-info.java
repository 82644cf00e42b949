/**
 * Adds the parts of the OpenAPI description that are the same for every operation. These
 * are the description of the API, the problems, and the spelling of enum constants.
 */
@NullMarked
package dev.babyagi.web.openapi;

import org.jspecify.annotations.NullMarked;
