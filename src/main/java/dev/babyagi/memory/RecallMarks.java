package dev.babyagi.memory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks memories as recalled, for the statistics only. The marks are written a few
 * seconds later, all in one commit, so that recalling writes nothing; a process that dies
 * loses those of its last seconds.
 */
@Component
class RecallMarks {

	private static final Logger log = LoggerFactory.getLogger(RecallMarks.class);

	private final Set<UUID> recalled = ConcurrentHashMap.newKeySet();

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RecallMarks(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@EventListener
	void on(MemoriesRecalled event) {
		this.recalled.addAll(event.ids());
	}

	/** Writes the marks, by id, so that two replicas never wait for each other. */
	@Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
	void write() {
		List<UUID> ids = this.recalled.stream().sorted().toList();
		if (ids.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		try {
			this.transaction.executeWithoutResult((status) -> this.jdbc
				.batchUpdate("update memory set recalled_at = ? where id = ?", ids, ids.size(), (statement, id) -> {
					statement.setTimestamp(1, Timestamp.from(now));
					statement.setObject(2, id);
				}));
			ids.forEach(this.recalled::remove);
		}
		catch (DataAccessException ex) {
			log.warn("Which memories were recalled could not be written, which is tried again: {}",
					ex.getClass().getSimpleName());
		}
	}

}
