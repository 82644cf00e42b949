/**
 * Tries the served description with other people's tools. {@code ./mvnw verify
 * -Pcontract} runs it.
 */
@NullMarked
package dev.babyagi.contract;

import org.jspecify.annotations.NullMarked;
