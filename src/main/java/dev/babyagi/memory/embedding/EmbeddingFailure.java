package dev.babyagi.memory.embedding;

/**
 * A text could not be embedded. The message holds neither the text nor what an endpoint
 * wrote.
 */
public final class EmbeddingFailure extends RuntimeException {

	EmbeddingFailure(String message) {
		super(message);
	}

}
