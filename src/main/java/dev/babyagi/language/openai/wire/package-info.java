/**
 * Speaks HTTP with an endpoint: reads completions, errors and waiting times as servers
 * write them, and turns every fault into an {@link EndpointFault}.
 */
@NullMarked
package dev.babyagi.language.openai.wire;

import org.jspecify.annotations.NullMarked;
