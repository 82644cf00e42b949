package dev.babyagi.memory.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import dev.babyagi.memory.MemoryFeed;
import dev.babyagi.memory.embedding.EmbeddingModels;
import dev.babyagi.memory.embedding.MemoryVectors;

/**
 * Opens the index when there is something to recall, keeps it up to the rows, and makes
 * it anew when it cannot be trusted. One thread calls it; others only read what it has
 * published.
 */
final class IndexKeeper {

	private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

	private static final Duration LATE = Duration.ofSeconds(30);

	private static final Duration COMMITS = Duration.ofSeconds(10);

	private static final int LONGEST_PAUSE_SECONDS = 300;

	private final MemoryFeed feed;

	private final MemoryVectors vectors;

	private final EmbeddingModels models;

	private final IndexFolder folder;

	private final Clock clock;

	private volatile boolean running = true;

	/** Open, but perhaps of another database. */
	private @Nullable OpenIndex held;

	private volatile @Nullable OpenIndex published;

	private volatile @Nullable OpenIndex suspected;

	private volatile boolean current;

	private volatile @Nullable String error;

	private volatile Instant lookedAt = Instant.EPOCH;

	private Instant lookedFor = Instant.EPOCH;

	private boolean distrusted;

	private boolean changed;

	private Instant committedAt = Instant.EPOCH;

	private Instant pausedUntil = Instant.EPOCH;

	private int failures;

	IndexKeeper(MemoryFeed feed, MemoryVectors vectors, EmbeddingModels models, IndexFolder folder, Clock clock) {
		this.feed = feed;
		this.vectors = vectors;
		this.models = models;
		this.folder = folder;
		this.clock = clock;
	}

	/** The index as it can be searched, or {@code null}. */
	@Nullable OpenIndex published() {
		return this.published;
	}

	/** Whether every change had been read at the last look. */
	boolean isCurrent() {
		return this.current;
	}

	/** Whether there has been a reason to have an index. */
	boolean isUnused() {
		return this.held == null && !this.distrusted && this.failures == 0;
	}

	/** Why the index is made anew, or {@code null}. */
	@Nullable String error() {
		return this.error;
	}

	/** When it last had read every change. */
	Instant lookedAt() {
		return this.lookedAt;
	}

	/** Opens the index if a tenant has something, although nothing else asks for it. */
	void openFor(String tenant) {
		if (this.held == null && this.feed.hasAny(tenant)) {
			look(true);
		}
	}

	/** Reads the newest changes. */
	void look() {
		look(false);
	}

	private void look(boolean wanted) {
		if (!this.running || this.clock.instant().isBefore(this.pausedUntil)) {
			return;
		}
		try {
			checkSuspected();
			if (this.held != null || wanted || isWanted()) {
				follow();
			}
		}
		catch (DataAccessException | TransactionException ex) {
			this.current = false;
			log.warn("The rows of memories could not be read, and are read again: {}", ex.getClass().getSimpleName());
		}
		catch (IOException | RuntimeException | InternalError ex) {
			distrust(ex);
		}
	}

	private boolean isWanted() {
		if (this.distrusted || this.folder.isThere()) {
			return true;
		}
		Instant now = this.clock.instant();
		boolean wanted = this.feed.isRecallableAfter(this.lookedFor);
		this.lookedFor = now.minus(LATE);
		return wanted;
	}

	private void checkSuspected() throws IOException {
		OpenIndex suspected = this.suspected;
		this.suspected = null;
		OpenIndex held = this.held;
		if (held != null && !held.lucene().isThere()) {
			throw new IOException("The folder of the index is gone");
		}
		if (held != null && held.equals(suspected)) {
			held.lucene().checkIntegrity();
			this.published = held;
		}
	}

	private void follow() throws IOException {
		OpenIndex open = (this.held != null) ? this.held : open();
		this.held = open;
		if (open.follower().position().id() == null) {
			// A new index holds nothing that is not of this database.
			this.published = open;
		}
		this.changed |= open.follower().follow(() -> this.running);
		this.published = open;
		this.current = this.running;
		this.lookedAt = this.clock.instant();
		this.failures = 0;
		if (this.changed && !this.lookedAt.isBefore(this.committedAt.plus(COMMITS))) {
			commit(open);
		}
	}

	private OpenIndex open() throws IOException {
		if (!this.distrusted) {
			try {
				LuceneIndex lucene = this.folder.open(false);
				IndexPosition position = IndexPosition.of(lucene.data()).filter(this::isUsable).orElse(null);
				if (position != null) {
					return opened(lucene, IndexModels.of(this.models, position.former()), position);
				}
				lucene.close();
			}
			catch (IOException | RuntimeException | InternalError ex) {
				report(ex);
			}
		}
		IndexModels models = IndexModels.chosen(this.models, this.vectors.counts());
		String model = models.name();
		LuceneIndex lucene = this.folder.open(true);
		this.distrusted = false;
		return opened(lucene, models, IndexPosition.start((model != null) ? model : "", models.formerName()));
	}

	private boolean isUsable(IndexPosition position) {
		String present = this.models.present().map((model) -> model.model()).orElse("");
		return position.model().equals(present)
				&& (position.former().isEmpty() || this.models.named(position.former()).isPresent());
	}

	private OpenIndex opened(LuceneIndex lucene, IndexModels models, IndexPosition position) {
		return new OpenIndex(lucene, models, new FeedFollower(this.feed, this.vectors, lucene, models, position));
	}

	private void commit(OpenIndex open) throws IOException {
		IndexPosition position = open.follower().position();
		open.lucene().commit((open.models().hasFormer() ? position : position.withoutFormer()).data());
		this.committedAt = this.clock.instant();
		this.changed = false;
		this.error = null;
	}

	/**
	 * A search has failed on it. It is not searched again before it has been checked.
	 */
	void suspect(OpenIndex open, Throwable failure) {
		log.warn("A search in the index of memories failed, and its files are checked: {}",
				failure.getClass().getSimpleName());
		if (open.equals(this.published)) {
			this.published = null;
		}
		this.suspected = open;
	}

	/** Puts memories in again, after vectors were stored for them. */
	void reload(OpenIndex open, Collection<UUID> owners) {
		if (!open.equals(this.held) || !this.running) {
			return;
		}
		try {
			open.follower().reload(owners);
			open.lucene().refresh();
			this.changed = true;
		}
		catch (IOException | InternalError ex) {
			distrust(ex);
		}
	}

	/** The present model has embedded everything. */
	void retireFormer(OpenIndex open) {
		open.models().retireFormer();
		this.changed = true;
	}

	private void distrust(Throwable failure) {
		report(failure);
		OpenIndex open = this.held;
		this.published = null;
		this.held = null;
		this.current = false;
		this.distrusted = true;
		if (open != null) {
			open.lucene().close();
		}
		int pause = (this.failures == 0) ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(this.failures, 9));
		this.failures++;
		this.pausedUntil = this.clock.instant().plusSeconds(pause);
	}

	private void report(Throwable failure) {
		this.error = failure.getClass().getSimpleName();
		log.warn("The index of memories cannot be trusted and is made anew from the rows: {}", failure.toString());
	}

	/** Commits and closes the index. */
	void close() {
		this.running = false;
		OpenIndex open = this.held;
		this.published = null;
		if (open != null) {
			try {
				commit(open);
			}
			catch (IOException | RuntimeException | InternalError ex) {
				log.debug("The index was closed without a commit: {}", ex.getClass().getSimpleName());
			}
			open.lucene().close();
			this.held = null;
		}
		this.folder.close();
	}

	/** Lets looks begin. */
	void resume() {
		this.running = true;
	}

	/** Ends a look that takes long. */
	void stop() {
		this.running = false;
	}

}
