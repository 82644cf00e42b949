/**
 * Plans arithmetic without a model: one calculator task for each operation. An objective
 * that is not entirely arithmetic gets no plan here.
 */
@NullMarked
package dev.babyagi.planning.exact;

import org.jspecify.annotations.NullMarked;
