package dev.babyagi.journal.live;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.babyagi.journal.Journal;
import dev.babyagi.journal.JournalReader;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Opens streams of events. A stream first sends what its client has missed, or a snapshot
 * to one that begins, and then each entry once and in order. When the replica stops, it
 * ends all streams before the web server closes, and the clients resume them elsewhere.
 */
@Component
@EnableConfigurationProperties(EventSettings.class)
public class EventStreams implements SmartLifecycle {

	private static final int PAGE = 100;

	/** The newest objectives of a tenant that its snapshot shows. */
	private static final int NEWEST = 20;

	private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

	private final JournalReader journal;

	private final JournalTail tail;

	private final FeedSelection selection;

	private final Objectives objectives;

	private final EventFrames frames;

	private final EventSettings settings;

	private final Clock clock;

	private final Counter slow;

	private volatile boolean running;

	EventStreams(JournalReader journal, JournalTail tail, FeedSelection selection, Objectives objectives,
			EventFrames frames, EventSettings settings, Clock clock, MeterRegistry metrics) {
		this.journal = journal;
		this.tail = tail;
		this.selection = selection;
		this.objectives = objectives;
		this.frames = frames;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("babyagi.event.streams", this.streams, Set::size)
			.description("Streams of events that are open")
			.register(metrics);
		this.slow = Counter.builder("babyagi.event.streams.slow")
			.description("Streams that were closed because their client did not read")
			.register(metrics);
	}

	/**
	 * Makes sure that one more stream may be opened.
	 * @throws TooManyStreams if this replica has as many as it may have
	 * @throws StreamsStopped if this replica is stopping
	 */
	public void admit() {
		if (!this.running) {
			throw new StreamsStopped();
		}
		if (this.streams.size() >= this.settings.maxListeners()) {
			throw new TooManyStreams(this.settings.maxListeners());
		}
	}

	/** Whether an objective has ended and a client has all its entries. */
	public boolean isPast(Objective objective, long after) {
		return objective.state().isTerminal() && after > 0 && this.journal.after(objective.id(), after, 1).isEmpty()
				&& isKnown(objective.id(), after);
	}

	/**
	 * An unknown number is of a journal that was lost, such as that of a newer backup.
	 */
	private boolean isKnown(ObjectiveId id, long sequence) {
		return !this.journal.after(id, sequence - 1, 1).isEmpty();
	}

	/**
	 * Streams the entries of an objective.
	 * @param after the last sequence number that the client has, or {@code null} for a
	 * snapshot and what follows it
	 */
	public void follow(ObjectiveId id, @Nullable Long after, EventSink target) {
		open(target, (stream) -> {
			stream.send(EventFrames.BEGINNING);
			long seen = (after != null && (after == 0 || isKnown(id, after))) ? after : snapshot(id, stream);
			for (List<Journal.Entry> page = this.journal.after(id, seen, PAGE); !page.isEmpty(); page = this.journal
				.after(id, seen, PAGE)) {
				for (Journal.Entry entry : page) {
					send(entry, stream);
				}
				seen = page.getLast().sequence();
			}
			this.tail.add(new StreamSubscription.OfObjective(stream, id, seen));
		});
	}

	private long snapshot(ObjectiveId id, EventStream stream) throws IOException {
		ObjectiveSnapshot snapshot = new ObjectiveSnapshot(id);
		List<Journal.Entry> page = this.journal.after(id, 0, PAGE);
		while (!page.isEmpty()) {
			page.forEach(snapshot::add);
			page = this.journal.after(id, snapshot.sequence(), PAGE);
		}
		if (snapshot.sequence() > 0) {
			send(snapshot.entry(this.clock.instant()), stream);
		}
		if (snapshot.sequence() == 0 || snapshot.isOfTheEnd()) {
			// Without entries it was erased since it was found.
			stream.end();
		}
		return snapshot.sequence();
	}

	private void send(Journal.Entry entry, EventStream stream) throws IOException {
		stream.send(this.frames.entry(entry));
		if (entry.endsObjective()) {
			stream.end();
		}
	}

	/**
	 * Streams the entries of all objectives of a tenant that a filter matches.
	 * @param after the last position that the client has, or {@code null} for a snapshot
	 * of the newest objectives and what follows it
	 */
	public void followAll(String tenant, ObjectiveFilter filter, @Nullable Long after, EventSink target) {
		open(target, (stream) -> {
			stream.send(EventFrames.BEGINNING);
			long position = (after != null && after <= this.journal.lastPosition()) ? after
					: snapshot(tenant, filter, stream);
			boolean more = true;
			while (more) {
				FeedSelection.FeedPage page = this.selection.page(tenant, filter, position, PAGE);
				for (var entry : page.entries()) {
					stream.send(this.frames.entry(entry));
				}
				position = page.position();
				more = page.more();
			}
			this.tail.add(new StreamSubscription.OfTenant(stream, tenant, filter, position));
		});
	}

	private long snapshot(String tenant, ObjectiveFilter filter, EventStream stream) throws IOException {
		long position = this.journal.lastPosition();
		List<Objective> newest = this.objectives.list(tenant, filter, NEWEST);
		stream.send(this.frames.tenantSnapshot(TenantSnapshot.of(newest, this.clock.instant()), position));
		return position;
	}

	private void open(EventSink sink, EventStream.Replay replay) {
		EventStream stream = new EventStream(sink, this.slow::increment, this.streams::remove);
		this.streams.add(stream);
		stream.open(replay);
		if (!this.running) {
			// It was admitted before, and added after the others were closed.
			stream.close();
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.streams.forEach(EventStream::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** After the drivers have stopped, before the web server does. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 512;
	}

}
