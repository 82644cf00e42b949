package dev.babyagi.journey.drive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.Objectives;

/**
 * Erases objectives that ended longer ago than {@code babyagi.journey.retention}, the
 * oldest first. It works in small batches and pauses after each for as long as the batch
 * took. Replicas that run at the same time erase different rows.
 */
@Component
public class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final int BATCH = 50;

	private final Objectives objectives;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration kept;

	Retention(Objectives objectives, TransactionTemplate transaction, Clock clock, JourneySettings settings) {
		this.objectives = objectives;
		this.transaction = transaction;
		this.clock = clock;
		this.kept = settings.retention();
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
	public void run() throws InterruptedException {
		Instant before = this.clock.instant().minus(this.kept);
		int total = 0;
		for (String tenant : this.objectives.tenants()) {
			total += eraseEnded(tenant, before);
		}
		if (total > 0) {
			log.info("Erased {} objectives that had ended more than {} ago", total, this.kept);
		}
	}

	private int eraseEnded(String tenant, Instant before) throws InterruptedException {
		int total = 0;
		int erased;
		do {
			long start = System.nanoTime();
			erased = erasedInOneCommit(tenant, before);
			total += erased;
			TimeUnit.NANOSECONDS.sleep(System.nanoTime() - start);
		}
		while (erased > 0);
		return total;
	}

	private int erasedInOneCommit(String tenant, Instant before) {
		Integer erased = this.transaction.execute((status) -> this.objectives.eraseEnded(tenant, before, BATCH));
		return (erased != null) ? erased : 0;
	}

}
