/**
 * The HTTP interface of memories.
 */
@NullMarked
package dev.babyagi.memory.web;

import org.jspecify.annotations.NullMarked;
