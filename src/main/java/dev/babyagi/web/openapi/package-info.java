/**
 * Adds the parts of the OpenAPI description that follow from rules. These are the
 * description of the API, the problems of each operation, what may be null, what requests
 * are refused, and the names of components and enum constants.
 */
@NullMarked
package dev.babyagi.web.openapi;

import org.jspecify.annotations.NullMarked;
