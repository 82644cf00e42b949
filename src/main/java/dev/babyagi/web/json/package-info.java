/**
 * Reads and writes the JSON of the API. It bounds the input, refuses everything that is
 * not documented, and spells enum constants in lower case.
 */
@NullMarked
package dev.babyagi.web.json;

import org.jspecify.annotations.NullMarked;
