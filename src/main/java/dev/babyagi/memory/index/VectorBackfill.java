package dev.babyagi.memory.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import dev.babyagi.memory.embedding.EmbeddingFailure;
import dev.babyagi.memory.embedding.MemoryVectors;
import dev.babyagi.memory.embedding.TextEmbedder;
import dev.babyagi.memory.embedding.TextVector;

/**
 * Embeds what has no vector of the present model, a few at a time, and stores the
 * vectors. Two replicas may embed the same; what one has stored the other reads. While
 * the model fails it tries again at intervals.
 */
final class VectorBackfill {

	private static final Logger log = LoggerFactory.getLogger(VectorBackfill.class);

	private static final int BATCH = 32;

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final IndexKeeper keeper;

	private final MemoryVectors vectors;

	private final Clock clock;

	/** Runs work on the thread of the index and waits for it. */
	private final Executor indexThread;

	/** What the model cannot embed, although it can embed others. */
	private final Set<UUID> refused = new HashSet<>();

	private Instant pausedUntil = Instant.EPOCH;

	VectorBackfill(IndexKeeper keeper, MemoryVectors vectors, Clock clock, Executor indexThread) {
		this.keeper = keeper;
		this.vectors = vectors;
		this.clock = clock;
		this.indexThread = indexThread;
	}

	/** Embeds until nothing is left. */
	void run() {
		try {
			while (step()) {
				log.debug("Embedded some memories");
			}
		}
		catch (DataAccessException ex) {
			log.warn("Vectors of memories could not be stored, and are made again: {}", ex.getClass().getSimpleName());
		}
	}

	private boolean step() {
		OpenIndex open = this.keeper.published();
		TextEmbedder model = (open != null) ? open.models().present() : null;
		if (open == null || model == null || this.clock.instant().isBefore(this.pausedUntil)) {
			return false;
		}
		List<PendingText> pending = pending(open);
		if (pending.isEmpty()) {
			if (open.models().hasFormer() && this.keeper.isCurrent()) {
				this.indexThread.execute(() -> this.keeper.retireFormer(open));
			}
			return false;
		}
		embed(model, withoutVector(model, pending));
		List<UUID> owners = pending.stream().map(PendingText::owner).distinct().toList();
		this.indexThread.execute(() -> this.keeper.reload(open, owners));
		return this.pausedUntil.isBefore(this.clock.instant());
	}

	private List<PendingText> pending(OpenIndex open) {
		try {
			return open.lucene()
				.search((searcher) -> PendingText.find(searcher, BATCH + this.refused.size()))
				.stream()
				.filter((text) -> !this.refused.contains(text.id()))
				.limit(BATCH)
				.toList();
		}
		catch (IOException | RuntimeException | InternalError ex) {
			this.keeper.suspect(open, ex);
			return List.of();
		}
	}

	private List<PendingText> withoutVector(TextEmbedder model, List<PendingText> pending) {
		Map<UUID, Map<String, float[]>> stored = this.vectors.read(pending.stream().map(PendingText::id).toList(),
				List.of(model.model()));
		return pending.stream().filter((text) -> !stored.containsKey(text.id())).toList();
	}

	private void embed(TextEmbedder model, List<PendingText> texts) {
		if (texts.isEmpty()) {
			return;
		}
		try {
			store(model, texts, model.embed(texts.stream().map(PendingText::text).toList()));
		}
		catch (EmbeddingFailure ex) {
			embedEach(model, texts, ex);
		}
	}

	/** Finds the text that the model cannot embed, if it is not all of them. */
	private void embedEach(TextEmbedder model, List<PendingText> texts, EmbeddingFailure failure) {
		List<UUID> failed = new ArrayList<>();
		for (PendingText text : texts) {
			try {
				store(model, List.of(text), model.embed(List.of(text.text())));
			}
			catch (EmbeddingFailure ex) {
				failed.add(text.id());
				if (failed.size() == failedInVain(texts)) {
					break;
				}
			}
		}
		if (failed.size() < failedInVain(texts)) {
			this.refused.addAll(failed);
			return;
		}
		this.pausedUntil = this.clock.instant().plus(PAUSE);
		log.warn("Memories are not embedded for {} s, and are found by their words: {}", PAUSE.toSeconds(),
				failure.getMessage());
	}

	/** So many failures in a batch are the model's and not the texts'. */
	private static int failedInVain(List<PendingText> texts) {
		return Math.min(3, texts.size());
	}

	private void store(TextEmbedder model, List<PendingText> texts, List<float[]> vectors) {
		List<TextVector> stored = new ArrayList<>();
		for (int index = 0; index < texts.size(); index++) {
			PendingText text = texts.get(index);
			if (vectors.get(index).length > WideVectorsFormat.MOST_DIMENSIONS) {
				throw new IllegalStateException(
						model.model() + " has more than " + WideVectorsFormat.MOST_DIMENSIONS + " dimensions");
			}
			stored.add(new TextVector(text.id(), text.tenant(), vectors.get(index)));
		}
		this.vectors.add(model.model(), stored);
	}

}
