/**
 * The parts of the OpenAPI description that are the same for every operation.
 */
@NullMarked
package dev.babyagi.web.openapi;

import org.jspecify.annotations.NullMarked;
