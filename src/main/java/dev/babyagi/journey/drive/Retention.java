package dev.babyagi.journey.drive;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Erases what ended long ago, the oldest first, in small batches with pauses as long as
 * they took: at most half of the time of one connection. Replicas take different rows.
 */
@Component
public class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final int BATCH = 50;

	/** Found by the index of lists, and only then locked: H2 sorts what it locks. */
	private static final String OLDEST = """
			select id, tenant from objective where id in (
			select id from objective where tenant = 'default'
			and created_at < :before and finished_at < :before
			order by created_at fetch first %d rows only)
			for update skip locked""".formatted(BATCH);

	private final JdbcClient jdbc;

	private final Objectives objectives;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration kept;

	Retention(JdbcClient jdbc, Objectives objectives, TransactionTemplate transaction, Clock clock,
			JourneySettings settings) {
		this.jdbc = jdbc;
		this.objectives = objectives;
		this.transaction = transaction;
		this.clock = clock;
		this.kept = settings.retention();
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
	public void run() throws InterruptedException {
		Instant before = this.clock.instant().minus(this.kept);
		int total = 0;
		int erased;
		do {
			long start = System.nanoTime();
			erased = eraseOldest(before);
			total += erased;
			TimeUnit.NANOSECONDS.sleep(System.nanoTime() - start);
		}
		while (erased > 0);
		if (total > 0) {
			log.info("Erased {} objectives that had ended more than {} ago", total, this.kept);
		}
	}

	private int eraseOldest(Instant before) {
		Integer erased = this.transaction.execute((status) -> {
			List<Ended> oldest = this.jdbc.sql(OLDEST)
				.param("before", Timestamp.from(before))
				.query((row, number) -> new Ended(row.getObject("id", UUID.class), row.getString("tenant")))
				.list();
			oldest.forEach((ended) -> this.objectives.erase(new ObjectiveId(ended.id()), ended.tenant()));
			return oldest.size();
		});
		return (erased != null) ? erased : 0;
	}

	private record Ended(UUID id, String tenant) {

	}

}
