package dev.babyagi.memory.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.memory.embedding.EmbeddingFailure;
import dev.babyagi.memory.embedding.TextEmbedder;

/**
 * Makes the vectors of cues. After a failure it pauses, and cues are searched by their
 * words alone.
 */
final class CueEmbedding {

	private static final Logger log = LoggerFactory.getLogger(CueEmbedding.class);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final Clock clock;

	private volatile Instant pausedUntil = Instant.EPOCH;

	CueEmbedding(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Makes the vector of a cue, if the model can read it and the index has vectors that
	 * it can be compared with.
	 */
	@Nullable CueVector of(OpenIndex open, String cue) throws IOException {
		TextEmbedder embedder = open.models().serving();
		if (embedder == null || cue.isBlank() || !embedder.canRead(cue)
				|| this.clock.instant().isBefore(this.pausedUntil) || !open.lucene().hasVectors(embedder.model())) {
			return null;
		}
		try {
			return new CueVector(embedder.model(), embedder.embed(List.of(cue)).getFirst());
		}
		catch (EmbeddingFailure ex) {
			this.pausedUntil = this.clock.instant().plus(PAUSE);
			log.warn("Memories are searched by words alone for {} s: {}", PAUSE.toSeconds(), ex.getMessage());
			return null;
		}
	}

}
