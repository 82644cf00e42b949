/**
 * Carries out one task: writes its prompt or resolves the inputs of its tool, and has the
 * answer checked. It runs on task threads and does no JDBC.
 */
@NullMarked
package dev.babyagi.execution.perform;

import org.jspecify.annotations.NullMarked;
