package dev.babyagi.journey.drive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.journey.stage.ObjectiveJourney;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.Objective;

/**
 * Drives one objective on one virtual thread: the only writer of its progress. It makes
 * no model call and is never interrupted; task threads do no JDBC. Whatever waits in its
 * queue when it looks becomes one commit, and is kept until that commit succeeded or the
 * fence refused it.
 */
final class Driver {

	private static final Logger log = LoggerFactory.getLogger(Driver.class);

	private static final Duration LONGEST_LOOK_AWAY = Duration.ofMinutes(1);

	private static final Duration PATIENCE_WITH_CUT_CALLS = Duration.ofMillis(250);

	private final BlockingQueue<DriverMessage> inbox = new LinkedBlockingQueue<>();

	private final ObjectiveJourney journey;

	private final JourneyStore store;

	private final LanguageModel model;

	private final Clock clock;

	private final Duration drainFor;

	private final InFlightAttempts attempts;

	private volatile OwnedState owned;

	private Instant wakeAt;

	private volatile @Nullable Instant drainedBy;

	private boolean lost;

	Driver(OwnedState owned, ObjectiveJourney journey, JourneyStore store, LanguageModel model, Clock clock,
			Duration drainFor) {
		this.owned = owned;
		this.journey = journey;
		this.store = store;
		this.model = model;
		this.clock = clock;
		this.drainFor = drainFor;
		this.attempts = new InFlightAttempts(this.inbox::add, clock);
		this.wakeAt = clock.instant();
	}

	/**
	 * Tells it something, from any thread. That it is to let go counts at once: it may be
	 * recording, and long, if the database is away.
	 */
	void tell(DriverMessage messages) {
		if (messages instanceof DriverMessage.Drain) {
			this.drainedBy = this.clock.instant().plus(this.drainFor);
		}
		this.inbox.add(messages);
	}

	/** The objective as it is recorded. */
	Objective objective() {
		return this.owned.objective();
	}

	/**
	 * Drives the objective as far as it goes.
	 */
	WorkResult drive() {
		try {
			return driveOn();
		}
		finally {
			this.attempts.cut();
		}
	}

	private WorkResult driveOn() {
		List<DriverMessage> messages = List.of();
		while (true) {
			step(messages);
			if (objective().state().isTerminal()) {
				return WorkResult.ENDED;
			}
			if (this.lost) {
				log.info("Objective {} belongs to another replica now", objective().id());
				return new WorkResult.Again(this.clock.instant());
			}
			Instant dueAt = objective().dueAt();
			if (this.attempts.isEmpty() && this.drainedBy != null) {
				return new WorkResult.Again(this.clock.instant());
			}
			if (this.attempts.isEmpty() && this.inbox.isEmpty() && dueAt != null) {
				return new WorkResult.Again(dueAt);
			}
			messages = listen();
		}
	}

	/**
	 * Lets the journey advance a draft of what the news makes of the objective, records
	 * it, and only then starts what it opened. Refused for new orders, it acts on them
	 * and begins again.
	 */
	private void step(List<DriverMessage> messages) {
		while (!this.lost) {
			UnitOfWork work = work(messages);
			if (work.isCutting()) {
				this.attempts.cut();
			}
			this.wakeAt = work.wakeAt();
			if (!work.isChanged()) {
				return;
			}
			switch (settle(messages, work)) {
				case CommitResult.Done done -> {
					return;
				}
				case CommitResult.Ordered ordered -> {
					work.discard();
					this.owned = this.owned.heeding(ordered.orders());
				}
				case CommitResult.Lost gone -> {
					work.discard();
					this.lost = true;
				}
			}
		}
	}

	private UnitOfWork work(List<DriverMessage> messages) {
		UnitOfWork work = apply(messages);
		if (this.drainedBy != null) {
			return work;
		}
		try {
			this.journey.advance(work);
			return work;
		}
		catch (RuntimeException ex) {
			log.error("The journey of objective {} broke", objective().id(), ex);
			return broken(messages, work);
		}
	}

	private UnitOfWork apply(List<DriverMessage> messages) {
		UnitOfWork work = UnitOfWork.of(this.owned, this.model, this.clock.instant());
		for (DriverMessage item : messages) {
			if (item instanceof DriverMessage.Ended ended) {
				work.close(ended.attempt(), ended.end());
			}
		}
		return work;
	}

	private UnitOfWork broken(List<DriverMessage> messages, UnitOfWork work) {
		work.discard();
		UnitOfWork last = apply(messages);
		this.journey.breakDown(last);
		return last;
	}

	/**
	 * Records a draft and keeps it. One that the database will never take is a fault of
	 * ours: the objective fails and is not tried for ever.
	 */
	private CommitResult settle(List<DriverMessage> messages, UnitOfWork work) {
		UnitOfWork recorded = work;
		CommitResult result;
		try {
			result = record(recorded);
		}
		catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
				| InvalidDataAccessResourceUsageException ex) {
			log.error("Objective {} could not be recorded and fails", objective().id(), ex);
			recorded = broken(messages, work);
			result = record(recorded);
		}
		if (result instanceof CommitResult.Done) {
			keep(recorded);
		}
		return result;
	}

	/**
	 * Records until the database answers: what was paid for is not given up because it is
	 * away for a while.
	 */
	private CommitResult record(UnitOfWork work) {
		for (int round = 1;; round++) {
			try {
				return this.store.record(work);
			}
			catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
					| InvalidDataAccessResourceUsageException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				log.warn("Objective {} could not be recorded, round {}: {}", work.objective().id(), round,
						ex.getClass().getSimpleName());
				if (isDrained()) {
					throw ex;
				}
				pause(Math.min(100L << Math.min(round, 5), 2000));
			}
		}
	}

	private void keep(UnitOfWork work) {
		this.owned = this.owned.with(work);
		work.starts().forEach(this.attempts::start);
	}

	/**
	 * Waits for news, at most until something is due, and takes all there is.
	 */
	private List<DriverMessage> listen() {
		List<DriverMessage> messages = new ArrayList<>();
		DriverMessage first = poll();
		if (first != null) {
			messages.add(first);
			this.inbox.drainTo(messages);
		}
		messages.forEach(this::hear);
		if (isDrained()) {
			this.attempts.cut();
		}
		messages.addAll(this.attempts.giveUp());
		return messages;
	}

	private void hear(DriverMessage item) {
		switch (item) {
			case DriverMessage.Ended ended -> this.attempts.ended(ended.attempt());
			case DriverMessage.Ordered ordered -> heed();
			case DriverMessage.Drain drain -> log.debug("Letting go of objective {}", objective().id());
			case DriverMessage.Lost gone -> this.lost = gone.epoch() > objective().epoch();
		}
	}

	/** If the database is away, the next look of the clockwork tells it again. */
	private void heed() {
		try {
			this.owned = this.owned.heeding(this.store.ordersAfter(objective().id(), objective().ordersSeen()));
		}
		catch (DataAccessException ex) {
			log.warn("The orders of objective {} could not be read: {}", objective().id(),
					ex.getClass().getSimpleName());
		}
	}

	private boolean isDrained() {
		Instant by = this.drainedBy;
		return by != null && this.clock.instant().isAfter(by);
	}

	private @Nullable DriverMessage poll() {
		Duration wait = Duration.between(this.clock.instant(), this.attempts.isCut() ? soon() : nextLook());
		try {
			return this.inbox.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("A driver is never interrupted", ex);
		}
	}

	private Instant soon() {
		return this.clock.instant().plus(PATIENCE_WITH_CUT_CALLS);
	}

	private Instant nextLook() {
		Instant latest = this.clock.instant().plus(LONGEST_LOOK_AWAY);
		Instant by = this.drainedBy;
		Instant next = (by != null) ? by : this.wakeAt;
		return next.isBefore(latest) ? next.plusMillis(1) : latest;
	}

	private static void pause(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("A driver is never interrupted", ex);
		}
	}

}
