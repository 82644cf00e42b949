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
import dev.babyagi.objective.OpenContexts;

/**
 * Schedules objectives that are due and have no due dispatch row, and those that wait in
 * a context in which none is at work, so that a lost wake-up delays an objective by
 * seconds and never loses it.
 */
@Component
public class OrphanSweep {

	private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

	/** The most ids in one statement. */
	private static final int PAGE = 1000;

	private final Objectives objectives;

	private final OpenContexts contexts;

	private final ContextQueue queue;

	private final Dispatch dispatch;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OrphanSweep(Objectives objectives, OpenContexts contexts, ContextQueue queue, Dispatch dispatch,
			TransactionTemplate transaction, Clock clock) {
		this.objectives = objectives;
		this.contexts = contexts;
		this.queue = queue;
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
		this.contexts.stranded(now).forEach((context) -> wakeNext(context, now));
	}

	private void wakeNext(OpenContexts.OpenContext context, Instant now) {
		log.info("The next objective of context {} is scheduled: it waits and none is at work there", context.id());
		this.transaction.executeWithoutResult((status) -> {
			this.queue.lock(context.id());
			this.queue.wakeNext(context.tenant(), context.id(), now);
		});
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
