package dev.babyagi.journey.drive;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Schedules objectives that are due and have no due dispatch row, so that a lost wake-up
 * delays an objective by seconds and never loses it.
 */
@Component
public class OrphanSweep {

	private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

	/** The most ids in one statement. */
	private static final int PAGE = 1000;

	private final Objectives objectives;

	private final Dispatch dispatch;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OrphanSweep(Objectives objectives, Dispatch dispatch, TransactionTemplate transaction, Clock clock) {
		this.objectives = objectives;
		this.dispatch = dispatch;
		this.transaction = transaction;
		this.clock = clock;
	}

	public void run() {
		Instant now = this.clock.instant();
		List<UUID> due = this.objectives.due(now);
		for (int from = 0; from < due.size(); from += PAGE) {
			List<UUID> page = due.subList(from, Math.min(due.size(), from + PAGE));
			this.dispatch.withoutDueRow(page, now).forEach((id) -> schedule(new ObjectiveId(id), now));
		}
	}

	/** Schedules an objective, unless it has ended since it was read. */
	private void schedule(ObjectiveId id, Instant now) {
		this.transaction
			.executeWithoutResult((status) -> this.objectives.priorityIfDue(id, now).ifPresent((priority) -> {
				log.info("Objective {} is scheduled again: it was due and had no due dispatch row", id);
				this.dispatch.makeDue(id.id(), priority, now);
			}));
	}

}
