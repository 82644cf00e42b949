package dev.babyagi.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.objective.ObjectiveId;

/**
 * Reads the journal: of one objective by sequence, of many at once, or of all of them by
 * position. The positions of a transaction become visible when it commits, which may be
 * later than higher positions. So a read by position stops before a number that is
 * missing, until twenty seconds show that its transaction has failed or that it was
 * erased.
 */
@Repository
@Transactional(readOnly = true)
public class JournalReader {

	/**
	 * Twice as long as the database lets a transaction idle, because the clocks of
	 * replicas differ.
	 */
	private static final Duration SETTLED = Duration.ofSeconds(20);

	/**
	 * The first step back to a position that is old enough; each later one is twice it.
	 */
	private static final int STEP_BACK = 2000;

	private static final String COLUMNS = """
			select e.objective_id, e.position, e.tenant, e.type, e.sequence, e.created_at, e.data
			""";

	private static final String OF_MANY = COLUMNS + """
			from unnest(cast(:ids as uuid array), cast(:seen as bigint array)) as known(id, seen)
			join journal_entry e on e.objective_id = known.id and e.sequence > known.seen
			order by e.objective_id, e.sequence fetch first :limit rows only""";

	private static final String OF_ALL = COLUMNS + """
			from journal_entry e where e.position > :position
			order by e.position fetch first :limit rows only""";

	private static final String LAST_POSITION = "select coalesce(max(position), 0) from journal_entry";

	private static final String NEXT_INSTANT = """
			select e.created_at from journal_entry e
			where e.position > :position order by e.position fetch first 1 rows only""";

	private static final String ERASED = """
			select asked.id from unnest(cast(:ids as uuid array)) as asked(id)
			where not exists (select 1 from journal_head h where h.objective_id = asked.id)""";

	private static final String POSITIONS = """
			select e.position, e.created_at from journal_entry e
			where e.position > :position and e.position <= :last order by e.position""";

	private final JournalRows rows;

	private final StatelessSession session;

	private final JsonMapper json;

	private final Clock clock;

	/** A position up to which nothing is still to come. */
	private volatile long settled;

	JournalReader(JournalRows rows, StatelessSession session, JsonMapper json, Clock clock) {
		this.rows = rows;
		this.session = session;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Returns at most {@code limit} entries of an objective after the given sequence
	 * number, in order.
	 */
	public List<Journal.Entry> after(ObjectiveId objectiveId, long sequence, int limit) {
		return this.rows.after(objectiveId.id(), sequence, Limit.of(limit))
			.stream()
			.map((row) -> new Journal.Entry(row.type(), row.sequence(), row.createdAt(),
					this.json.readTree(row.data())))
			.toList();
	}

	/**
	 * Returns at most {@code limit} entries of several objectives, those of each in
	 * order.
	 * @param seen the sequence number of each objective after which its entries begin
	 */
	public List<JournalRecord> after(Map<ObjectiveId, Long> seen, int limit) {
		List<ObjectiveId> ids = List.copyOf(seen.keySet());
		return records(this.session.createNativeQuery(OF_MANY, Object[].class)
			.setParameter("ids", ids.stream().map(ObjectiveId::id).toArray(UUID[]::new), UUID[].class)
			.setParameter("seen", ids.stream().map(seen::get).toArray(Long[]::new), Long[].class)
			.setParameter("limit", limit));
	}

	/**
	 * Returns at most {@code limit} entries of all objectives after a position, in the
	 * order of their positions. No entry before the last of them is still to come.
	 */
	public List<JournalRecord> after(long position, int limit) {
		List<JournalRecord> entries = newer(position, limit);
		long last = settled(position, entries,
				(entry) -> new PlacedInstant(entry.position(), entry.entry().timestamp()));
		return entries.stream().takeWhile((entry) -> entry.position() <= last).toList();
	}

	/** Returns the last position up to which nothing is still to come. */
	private <T> long settled(long position, List<T> entries, Function<T, PlacedInstant> place) {
		Instant recently = this.clock.instant().minus(SETTLED);
		long last = position;
		for (T entry : entries) {
			PlacedInstant at = place.apply(entry);
			if (at.position() != last + 1 && at.instant().isAfter(recently)) {
				return last;
			}
			last = at.position();
		}
		return last;
	}

	/** Returns the position of the newest entry before which none is still to come. */
	public long lastPosition() {
		long last = this.session.createNativeQuery(LAST_POSITION, Long.class).getSingleResult();
		long from = settledBefore(last);
		List<PlacedInstant> places = this.session.createNativeQuery(POSITIONS, Object[].class)
			.setParameter("position", from)
			.setParameter("last", last)
			.addScalar("position", Long.class)
			.addScalar("created_at", Instant.class)
			.setTupleTransformer((row, names) -> new PlacedInstant((long) row[0], (Instant) row[1]))
			.getResultList();
		long settled = settled(from, places, Function.identity());
		this.settled = settled;
		return settled;
	}

	/**
	 * Returns a position not after the last one up to which nothing is still to come: the
	 * one found before, or one whose next entry is old enough.
	 */
	private long settledBefore(long last) {
		long known = Math.min(this.settled, last);
		long step = STEP_BACK;
		long from = Math.max(known, last - step);
		while (from > known && isRecent(from)) {
			step *= 2;
			from = Math.max(known, from - step);
		}
		return from;
	}

	private boolean isRecent(long position) {
		return this.session.createNativeQuery(NEXT_INSTANT, Instant.class)
			.setParameter("position", position)
			.getSingleResult()
			.isAfter(this.clock.instant().minus(SETTLED));
	}

	/** Returns those of the objectives whose entries were erased. */
	public List<ObjectiveId> erased(Set<ObjectiveId> ids) {
		return this.session.createNativeQuery(ERASED, UUID.class)
			.setParameter("ids", ids.stream().map(ObjectiveId::id).toArray(UUID[]::new), UUID[].class)
			.getResultList()
			.stream()
			.map(ObjectiveId::new)
			.toList();
	}

	private List<JournalRecord> newer(long position, int limit) {
		return records(this.session.createNativeQuery(OF_ALL, Object[].class)
			.setParameter("position", position)
			.setParameter("limit", limit));
	}

	private List<JournalRecord> records(NativeQuery<Object[]> query) {
		return query.addScalar("objective_id", UUID.class)
			.addScalar("position", Long.class)
			.addScalar("tenant", String.class)
			.addScalar("type", String.class)
			.addScalar("sequence", Long.class)
			.addScalar("created_at", Instant.class)
			.addScalar("data", String.class)
			.setTupleTransformer((row, names) -> record(row))
			.getResultList();
	}

	private JournalRecord record(Object[] row) {
		Journal.Entry entry = new Journal.Entry((String) row[3], (long) row[4], (Instant) row[5],
				this.json.readTree((String) row[6]));
		return new JournalRecord(new ObjectiveId((UUID) row[0]), (String) row[2], (long) row[1], entry);
	}

	/**
	 * When the entry at a position was written.
	 */
	private record PlacedInstant(long position, Instant instant) {

	}

}
