package dev.babyagi.lesson;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.babyagi.family.ObjectiveFamilies;

/**
 * The lessons that prompts may hold, in memory. A change is seen at once by the replica
 * that made it and within a second or two by the others.
 */
@Component
class LessonCatalogue {

	/** More lessons than this are not held: the pinned ones are, and the newest. */
	private static final int MOST = 20_000;

	private static final Logger log = LoggerFactory.getLogger(LessonCatalogue.class);

	private final LessonRows rows;

	private final ObjectiveFamilies families;

	private final JdbcClient jdbc;

	private volatile Map<String, List<Entry>> byTenant = Map.of();

	private @Nullable Stamp read;

	LessonCatalogue(LessonRows rows, ObjectiveFamilies families, JdbcClient jdbc) {
		this.rows = rows;
		this.families = families;
		this.jdbc = jdbc;
	}

	/** The lessons of a tenant, newest first. */
	List<Entry> of(String tenant) {
		return this.byTenant.getOrDefault(tenant, List.of());
	}

	/** Reads the lessons again if any has changed. */
	@Scheduled(fixedDelayString = "PT1S")
	@TransactionalEventListener(LessonsChanged.class)
	synchronized void refresh() {
		try {
			Stamp present = stamp();
			if (!present.equals(this.read)) {
				this.byTenant = load();
				this.read = present;
			}
		}
		catch (DataAccessException ex) {
			log.warn("Lessons could not be read, so those read before are used: {}", ex.getClass().getSimpleName());
		}
	}

	private Stamp stamp() {
		return this.jdbc.sql("select count(*), coalesce(sum(version), 0), max(changed_at) from lesson")
			.query((row, index) -> new Stamp(row.getLong(1), row.getLong(2), row.getTimestamp(3)))
			.single();
	}

	private Map<String, List<Entry>> load() {
		Map<UUID, String> slots = new HashMap<>();
		Map<String, List<Entry>> lessons = new HashMap<>();
		for (Lesson lesson : this.rows.current(Limit.of(MOST))) {
			String family = slots.computeIfAbsent(lesson.familyId(), this.families::slots);
			lessons.computeIfAbsent(lesson.tenant(), (tenant) -> new ArrayList<>()).add(new Entry(lesson, family));
		}
		return lessons;
	}

	/**
	 * A lesson that prompts may hold.
	 *
	 * @param lesson the lesson, detached
	 * @param slots the text with slots of its family
	 */
	record Entry(Lesson lesson, String slots) {

	}

	private record Stamp(long count, long versions, @Nullable Timestamp changedAt) {

	}

}
