package dev.babyagi.memory.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import dev.babyagi.memory.IndexStatus;
import dev.babyagi.memory.MemoryFeed;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryQuery;
import dev.babyagi.memory.MemorySearch;
import dev.babyagi.memory.embedding.EmbeddingModels;
import dev.babyagi.memory.embedding.MemoryVectors;
import dev.babyagi.storage.DatabaseFile;

/**
 * The index of this replica. A thread of its own keeps it up to the rows; another makes
 * vectors. Nothing of Lucene is loaded before there is something to recall, so no Lucene
 * type may stand in a signature here.
 */
@Component
class MemoryIndex implements MemorySearch, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MemoryIndex.class);

	/** How long somebody waits for the index thread, and for the first look. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

	private final IndexKeeper keeper;

	private final VectorBackfill backfill;

	private final CueEmbedding cues;

	private final Clock clock;

	private volatile long startedAt;

	private volatile boolean looked;

	private volatile boolean running;

	private ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

	private ScheduledExecutorService embedding = Executors.newSingleThreadScheduledExecutor();

	MemoryIndex(IndexSettings settings, DatabaseFile database, Environment environment, MemoryFeed feed,
			MemoryVectors vectors, EmbeddingModels models, Clock clock) {
		this.keeper = new IndexKeeper(feed, vectors, models, new IndexFolder(folder(settings, database, environment)),
				clock);
		this.backfill = new VectorBackfill(this.keeper, vectors, clock, this::onThread);
		this.cues = new CueEmbedding(clock);
		this.clock = clock;
	}

	private static @Nullable Path folder(IndexSettings settings, DatabaseFile database, Environment environment) {
		if (settings.indexDir() != null) {
			return settings.indexDir();
		}
		boolean inMemory = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:mem:");
		return inMemory ? null : database.beside(".index").orElse(Path.of("data", "index"));
	}

	@Override
	public void start() {
		this.thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("memory-index").factory());
		this.embedding = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("memory-embedding").factory());
		this.startedAt = System.nanoTime();
		this.keeper.resume();
		this.running = true;
		every(this.thread, 0, this::look);
		every(this.embedding, 1, this.backfill::run);
	}

	private static void every(ScheduledExecutorService thread, long delay, Runnable work) {
		var _ = thread.scheduleWithFixedDelay(() -> {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				log.warn("Work on the index of memories failed and is repeated: {}", ex.toString());
			}
		}, delay, 1, TimeUnit.SECONDS);
	}

	private void look() {
		this.keeper.look();
		this.looked = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.keeper.stop();
		this.embedding.shutdown();
		var _ = this.thread.submit(this.keeper::close);
		this.thread.shutdown();
		try {
			if (!this.thread.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
				log.warn("The index of memories was not closed in {} s", LONGEST_STOP.toSeconds());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public List<MemoryHit> search(MemoryQuery query) {
		if (index() == null && this.keeper.isUnused()) {
			onThread(() -> this.keeper.openFor(query.tenant()));
		}
		OpenIndex open = this.keeper.published();
		if (open == null) {
			return List.of();
		}
		try {
			CueVector vector = this.cues.of(open, query.text());
			Instant now = this.clock.instant();
			return open.lucene().search((searcher) -> MemoryRetrieval.find(searcher, query, vector, now));
		}
		catch (IOException | RuntimeException | InternalError ex) {
			this.keeper.suspect(open, ex);
			return List.of();
		}
	}

	@Override
	public boolean hasAny(String tenant) {
		OpenIndex open = index();
		try {
			return open != null && open.lucene().hasAny(ScopeTerms.tenant(tenant));
		}
		catch (IOException | RuntimeException | InternalError ex) {
			this.keeper.suspect(open, ex);
			return false;
		}
	}

	/** The index; right after the start, what is there is opened first. */
	private @Nullable OpenIndex index() {
		if (!this.looked && this.running && System.nanoTime() - this.startedAt < PATIENCE.toNanos()) {
			onThread(() -> {
			});
		}
		return this.keeper.published();
	}

	@Override
	public void catchUp() {
		onThread(this.keeper::look);
	}

	/** Runs work on the thread of the index, and waits for it a while. */
	private void onThread(Runnable work) {
		try {
			this.thread.submit(work).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException | RejectedExecutionException ex) {
			log.debug("The index of memories was busy: {}", ex.toString());
		}
	}

	@Override
	public IndexStatus status() {
		OpenIndex open = this.keeper.published();
		if (open == null) {
			return new IndexStatus(this.keeper.isUnused() ? IndexStatus.State.UNUSED : IndexStatus.State.CATCHING_UP, 0,
					0, "", null, this.keeper.error());
		}
		return IndexReport.of(open, this.keeper);
	}

	/** The seconds since the index last had read every change; 0 while it is not used. */
	double lag() {
		return this.keeper.isUnused() ? 0
				: Math.max(0, Duration.between(this.keeper.lookedAt(), this.clock.instant()).toMillis() / 1000.0);
	}

}
