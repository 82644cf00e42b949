/**
 * Calls an OpenAI-compatible endpoint and handles its protocol, its deviations and its
 * limits. No other package depends on how the endpoint works.
 */
@NullMarked
package dev.babyagi.language.openai;

import org.jspecify.annotations.NullMarked;
