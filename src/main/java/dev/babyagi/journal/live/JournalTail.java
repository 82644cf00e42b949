package dev.babyagi.journal.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.babyagi.journal.Journal;
import dev.babyagi.journal.JournalReader;
import dev.babyagi.journal.JournalRecord;
import dev.babyagi.objective.ObjectiveId;

/**
 * Reads new entries for all streams of this replica: at once when this replica has
 * committed some that are followed, and at an interval for those of other replicas. Its
 * one thread exists only while there are streams.
 */
@Component
class JournalTail {

	private static final Logger log = LoggerFactory.getLogger(JournalTail.class);

	/** The most entries in one read: about as many as may wait for one client. */
	private static final int MOST = 250;

	/** Commits that follow each other this closely are read together. */
	private static final int PAUSE_MS = 10;

	/** The streams for which the pause is one millisecond longer. */
	private static final int STREAMS_A_MS = 5;

	private static final int LONGEST_PAUSE_MS = 200;

	private static final int PAUSE_AFTER_FAILURE_MS = 1000;

	private final Map<ObjectiveId, List<StreamSubscription.OfObjective>> followed = new ConcurrentHashMap<>();

	private final List<StreamSubscription.OfTenant> feeds = new CopyOnWriteArrayList<>();

	private final Semaphore news = new Semaphore(0);

	private final JournalReader journal;

	private final FeedSelection selection;

	private final EventFrames frames;

	private final EventSettings settings;

	private boolean running;

	/** Streams that the last look told something. Only the tail's thread uses it. */
	private int told;

	private long beatenAt = System.nanoTime();

	JournalTail(Journal journal, JournalReader reader, FeedSelection selection, EventFrames frames,
			EventSettings settings) {
		this.journal = reader;
		this.selection = selection;
		this.frames = frames;
		this.settings = settings;
		journal.watch(this::nudge);
	}

	/** Tells a stream about everything that comes after what it has seen. */
	synchronized void add(StreamSubscription subscription) {
		switch (subscription) {
			case StreamSubscription.OfObjective one -> this.followed.merge(one.id(), List.of(one),
					(some, more) -> Stream.concat(some.stream(), more.stream()).toList());
			case StreamSubscription.OfTenant feed -> this.feeds.add(feed);
		}
		this.news.release();
		if (!this.running) {
			this.running = true;
			Thread.ofVirtual().name("journal-tail").start(this::run);
		}
	}

	/** Whether a stream of this replica follows the objective by its id. */
	boolean isFollowed(ObjectiveId id) {
		return this.followed.containsKey(id);
	}

	/** Sends an event that is not kept to the streams that follow an objective. */
	void tell(ObjectiveId id, byte[] frame) {
		this.followed.getOrDefault(id, List.of())
			.forEach((subscription) -> subscription.stream().offer(List.of(frame)));
	}

	private void nudge(ObjectiveId id) {
		if (!this.feeds.isEmpty() || isFollowed(id)) {
			this.news.release();
		}
	}

	private void run() {
		try {
			while (goesOn()) {
				awaitNews();
				lookPatiently();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("The tail is never interrupted", ex);
		}
	}

	/** Forgets streams that are closed, and ends the thread if there are no others. */
	private synchronized boolean goesOn() {
		this.feeds.removeIf((feed) -> feed.stream().isClosed());
		this.followed.replaceAll((id, subscriptions) -> subscriptions.stream()
			.filter((subscription) -> !subscription.stream().isClosed())
			.toList());
		this.followed.values().removeIf(List::isEmpty);
		this.running = !this.followed.isEmpty() || !this.feeds.isEmpty();
		return this.running;
	}

	/**
	 * Waits the longer, the more streams were told something: each costs a write, and
	 * what comes meanwhile goes into the same one.
	 */
	private void awaitNews() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(Math.clamp(this.told / STREAMS_A_MS, PAUSE_MS, LONGEST_PAUSE_MS));
		this.told = 0;
		if (this.news.tryAcquire(this.settings.interval().toMillis(), TimeUnit.MILLISECONDS)) {
			this.news.drainPermits();
		}
	}

	private void lookPatiently() throws InterruptedException {
		try {
			int most = Math.max(lookAtObjectives(), lookAtFeeds());
			if (most == MOST) {
				// There may be more, which is read once this has been sent.
				this.news.release();
			}
			beat();
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.warn("New entries could not be read for event streams, which is tried again: {}",
					ex.getClass().getSimpleName());
			TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MS);
		}
	}

	private int lookAtObjectives() {
		Map<ObjectiveId, Long> seen = new HashMap<>();
		this.followed.forEach((id, subscriptions) -> subscriptions
			.forEach((subscription) -> seen.merge(id, subscription.seen(), Math::min)));
		List<JournalRecord> entries = seen.isEmpty() ? List.of() : this.journal.after(seen, MOST);
		entries.stream()
			.collect(Collectors.groupingBy(JournalRecord::objectiveId, LinkedHashMap::new,
					Collectors.mapping(JournalRecord::entry, Collectors.toList())))
			.forEach(this::tell);
		return entries.size();
	}

	private void tell(ObjectiveId id, List<Journal.Entry> entries) {
		List<byte[]> rendered = entries.stream().map(this.frames::entry).toList();
		this.followed.getOrDefault(id, List.of()).forEach((subscription) -> tell(subscription, entries, rendered));
	}

	/**
	 * Tells only entries that continue what it has seen: a stream that has come since the
	 * look began may need earlier ones first.
	 */
	private void tell(StreamSubscription.OfObjective subscription, List<Journal.Entry> entries, List<byte[]> rendered) {
		int known = (int) (subscription.seen() + 1 - entries.getFirst().sequence());
		if (known < 0 || known >= entries.size()) {
			return;
		}
		subscription.seen(entries.getLast().sequence());
		subscription.stream().offer(rendered.subList(known, rendered.size()));
		this.told++;
		if (entries.getLast().endsObjective()) {
			subscription.stream().end();
		}
	}

	/** Streams with the same filter share what it matches. */
	private int lookAtFeeds() {
		List<StreamSubscription.OfTenant> present = List.copyOf(this.feeds);
		if (present.isEmpty()) {
			return 0;
		}
		long from = present.stream().mapToLong(StreamSubscription.OfTenant::position).min().orElseThrow();
		List<JournalRecord> entries = this.journal.after(from, MOST);
		if (!entries.isEmpty()) {
			present.stream()
				.collect(Collectors.groupingBy((feed) -> List.of(feed.tenant(), feed.filter())))
				.values()
				.forEach((alike) -> tell(alike, entries));
		}
		return entries.size();
	}

	private void tell(List<StreamSubscription.OfTenant> alike, List<JournalRecord> entries) {
		StreamSubscription.OfTenant any = alike.getFirst();
		List<JournalRecord> matching = this.selection.matching(entries, any.tenant(), any.filter());
		List<byte[]> rendered = matching.stream().map(this.frames::entry).toList();
		for (StreamSubscription.OfTenant feed : alike) {
			int known = (int) matching.stream().takeWhile((entry) -> entry.position() <= feed.position()).count();
			feed.stream().offer(rendered.subList(known, rendered.size()));
			feed.position(Math.max(feed.position(), entries.getLast().position()));
			this.told++;
		}
	}

	/** Shows the clients that the streams go on, and ends those of erased objectives. */
	private void beat() {
		if (System.nanoTime() - this.beatenAt >= this.settings.heartbeat().toNanos()) {
			this.beatenAt = System.nanoTime();
			this.feeds.forEach((feed) -> feed.stream().offer(List.of(EventFrames.HEARTBEAT)));
			this.followed.keySet().forEach((id) -> tell(id, EventFrames.HEARTBEAT));
			this.journal.erased(this.followed.keySet())
				.forEach((id) -> this.followed.getOrDefault(id, List.of())
					.forEach((subscription) -> subscription.stream().end()));
		}
	}

}
