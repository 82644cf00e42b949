/**
 * Takes facts from texts by a model: from what a client asks it to, and from objectives
 * that have ended. Only what the text itself says is remembered.
 */
@NullMarked
package dev.babyagi.memory.extract;

import org.jspecify.annotations.NullMarked;
