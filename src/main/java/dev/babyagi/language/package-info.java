/**
 * Our narrow port on language models: {@link LanguageModel} takes an {@link ModelRequest}
 * and says what came of it as a {@link ModelResult}. Every call is metered, and every way
 * an endpoint can misbehave is classified here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "reply", "web" })
package dev.babyagi.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
