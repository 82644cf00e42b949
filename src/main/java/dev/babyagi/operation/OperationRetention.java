package dev.babyagi.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases operations that ended longer ago than {@code babyagi.operation.retention}, and
 * model calls of the background that were made before that.
 */
@Component
class OperationRetention {

	private static final Logger log = LoggerFactory.getLogger(OperationRetention.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Duration kept;

	OperationRetention(JdbcClient jdbc, Clock clock, OperationSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.kept = settings.retention();
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
	void run() {
		Timestamp before = Timestamp.from(this.clock.instant().minus(this.kept));
		int operations = this.jdbc.sql("delete from operation where finished_at < :before")
			.param("before", before)
			.update();
		int calls = this.jdbc.sql("delete from model_call where opened_at < :before and closed_at is not null")
			.param("before", before)
			.update();
		if (operations + calls > 0) {
			log.info("Erased {} operations and {} model calls that were older than {}", operations, calls, this.kept);
		}
	}

}
