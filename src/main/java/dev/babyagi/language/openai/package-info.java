/**
 * The OpenAI-compatible endpoint behind the port: its wire, its quirks, its limits.
 * Nobody else knows that there is one.
 */
@NullMarked
package dev.babyagi.language.openai;

import org.jspecify.annotations.NullMarked;
