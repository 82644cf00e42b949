/**
 * The service's interface to language models: a {@link LanguageModel} takes a
 * {@link ModelRequest} and returns a {@link ModelResult}. It meters every call and turns
 * every fault of an endpoint into a result.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "reply", "web" })
package dev.babyagi.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
