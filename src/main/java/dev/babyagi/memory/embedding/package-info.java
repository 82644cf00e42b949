/**
 * Makes vectors of texts behind Spring AI's {@code EmbeddingModel}, and keeps them in
 * rows, so that no text is embedded twice by one model.
 */
@NullMarked
package dev.babyagi.memory.embedding;

import org.jspecify.annotations.NullMarked;
