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
import org.slf4j.event.Level;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;

import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.journey.stage.ObjectiveJourney;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.Objective;

/**
 * Drives one objective on one virtual thread and is the only writer of its progress. It
 * makes no model call and is never interrupted; task threads do no JDBC. All messages
 * that wait in its inbox become one commit. They are kept until that commit has succeeded
 * or the fence has refused it.
 */
final class Driver {

	private static final Logger log = LoggerFactory.getLogger(Driver.class);

	/** So many writes of the same row in a row are usual. */
	private static final int USUAL_CONFLICTS = 3;

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private static final Duration WAIT_FOR_CUT_CALLS = Duration.ofMillis(250);

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
		this.attempts = new InFlightAttempts(owned.objective().id(), this.inbox::add, clock);
		this.wakeAt = clock.instant();
	}

	/**
	 * Sends it a message, from any thread. {@link DriverMessage#DRAIN} takes effect at
	 * once, since the driver may be waiting for a database that cannot be reached.
	 */
	void tell(DriverMessage message) {
		if (message instanceof DriverMessage.Drain) {
			this.drainedBy = this.clock.instant().plus(this.drainFor);
		}
		this.inbox.add(message);
	}

	/** The objective as it was last committed. */
	Objective objective() {
		return this.owned.objective();
	}

	/**
	 * Drives the objective until it has ended, waits for an instant, belongs to another
	 * replica, or is drained.
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
				log.info("Objective {} belongs to another replica now, or is gone: this replica stops working on it",
						objective().id());
				return new WorkResult.Again(this.clock.instant());
			}
			Instant dueAt = objective().dueAt();
			if (this.attempts.isEmpty() && this.drainedBy != null) {
				return new WorkResult.Again(this.clock.instant());
			}
			if (this.attempts.isEmpty() && this.inbox.isEmpty() && dueAt != null) {
				return new WorkResult.Again(dueAt);
			}
			messages = awaitMessages();
		}
	}

	/**
	 * Applies messages to a unit of work, lets the journey advance it, and commits it.
	 * Attempts that it opened start only after that. If the commit is refused because of
	 * new orders, it adds them and begins again.
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
			log.error("Objective {} fails: its journey threw an unexpected exception", objective().id(), ex);
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
	 * Commits a unit of work and keeps its state. If the database will never accept it,
	 * that is a bug: the objective fails instead of being tried for ever.
	 */
	private CommitResult settle(List<DriverMessage> messages, UnitOfWork work) {
		UnitOfWork recorded = work;
		CommitResult result;
		try {
			result = record(recorded);
		}
		catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
				| InvalidDataAccessResourceUsageException ex) {
			log.error("Objective {} fails: the database rejects what it has to commit", objective().id(), ex);
			recorded = broken(messages, work);
			result = record(recorded);
		}
		if (result instanceof CommitResult.Done) {
			keep(recorded);
		}
		return result;
	}

	/**
	 * Tries to commit until the database answers, so that model calls that were paid for
	 * are not lost in an outage.
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
				tell(work, round, ex);
				if (isDrained()) {
					throw ex;
				}
				pause(Math.min(100L << Math.min(round, 5), 2000));
			}
		}
	}

	/**
	 * That somebody else wrote the same row is nothing to read about, unless it lasts.
	 */
	private static void tell(UnitOfWork work, int round, RuntimeException ex) {
		boolean usual = round <= USUAL_CONFLICTS && ex instanceof ConcurrencyFailureException;
		log.atLevel(usual ? Level.DEBUG : Level.WARN)
			.log("Objective {} could not be committed, which is tried again until the database answers (try {}): {}",
					work.objective().id(), round, ex.getClass().getSimpleName());
	}

	private void keep(UnitOfWork work) {
		this.owned = this.owned.with(work);
		work.starts().forEach(this.attempts::start);
	}

	/**
	 * Waits for messages, at most until something is due, and returns all that have come.
	 */
	private List<DriverMessage> awaitMessages() {
		List<DriverMessage> messages = new ArrayList<>();
		DriverMessage first = poll();
		if (first != null) {
			messages.add(first);
			this.inbox.drainTo(messages);
		}
		messages.forEach(this::receive);
		if (isDrained()) {
			this.attempts.cut();
		}
		messages.addAll(this.attempts.giveUp());
		return messages;
	}

	private void receive(DriverMessage item) {
		switch (item) {
			case DriverMessage.Ended ended -> this.attempts.ended(ended.attempt());
			case DriverMessage.Ordered ordered -> readOrders();
			case DriverMessage.Drain drain -> log.debug("Draining objective {}", objective().id());
			case DriverMessage.Lost gone -> this.lost = gone.epoch() > objective().epoch();
		}
	}

	/**
	 * Reads the new orders. If the database cannot be reached, the next look of
	 * {@link JourneyLifecycle} sends the message again.
	 */
	private void readOrders() {
		try {
			this.owned = this.owned.heeding(this.store.ordersAfter(objective().id(), objective().ordersSeen()));
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The orders of objective {} could not be read, which is tried again: {}", objective().id(),
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
		return this.clock.instant().plus(WAIT_FOR_CUT_CALLS);
	}

	private Instant nextLook() {
		Instant latest = this.clock.instant().plus(LONGEST_WAIT);
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
