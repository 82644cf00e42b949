/**
 * Plans for arithmetic, drawn without a model: one calculator task for each operation.
 * What is not read entirely is not planned here.
 */
@NullMarked
package dev.babyagi.planning.exact;

import org.jspecify.annotations.NullMarked;
