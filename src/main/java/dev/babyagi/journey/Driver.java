package dev.babyagi.journey;

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

import dev.babyagi.dispatch.Handover;
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

	private final BlockingQueue<News> inbox = new LinkedBlockingQueue<>();

	private final ObjectiveJourney journey;

	private final Recorder recorder;

	private final LanguageModel model;

	private final Clock clock;

	private final Duration drainFor;

	private final Calls calls;

	private volatile Holding holding;

	private Instant wakeAt;

	private volatile @Nullable Instant drainedBy;

	private boolean lost;

	Driver(Holding holding, ObjectiveJourney journey, Recorder recorder, LanguageModel model, Clock clock,
			Duration drainFor) {
		this.holding = holding;
		this.journey = journey;
		this.recorder = recorder;
		this.model = model;
		this.clock = clock;
		this.drainFor = drainFor;
		this.calls = new Calls(this.inbox::add, clock);
		this.wakeAt = clock.instant();
	}

	/**
	 * Tells it something, from any thread. That it is to let go counts at once: it may be
	 * recording, and long, if the database is away.
	 */
	void tell(News news) {
		if (news instanceof News.Drain) {
			this.drainedBy = this.clock.instant().plus(this.drainFor);
		}
		this.inbox.add(news);
	}

	/** The objective as it is recorded. */
	Objective objective() {
		return this.holding.objective();
	}

	/**
	 * Drives the objective as far as it goes.
	 */
	Handover drive() {
		try {
			return driveOn();
		}
		finally {
			this.calls.cut();
		}
	}

	private Handover driveOn() {
		List<News> news = List.of();
		while (true) {
			step(news);
			if (objective().state().isTerminal()) {
				return Handover.ENDED;
			}
			if (this.lost) {
				log.info("Objective {} belongs to another replica now", objective().id());
				return new Handover.Again(this.clock.instant());
			}
			Instant dueAt = objective().dueAt();
			if (this.calls.isEmpty() && this.drainedBy != null) {
				return new Handover.Again(this.clock.instant());
			}
			if (this.calls.isEmpty() && this.inbox.isEmpty() && dueAt != null) {
				return new Handover.Again(dueAt);
			}
			news = listen();
		}
	}

	/**
	 * Lets the journey advance a draft of what the news makes of the objective, records
	 * it, and only then starts what it opened. Refused for new orders, it acts on them
	 * and begins again.
	 */
	private void step(List<News> news) {
		while (!this.lost) {
			Draft draft = draft(news);
			if (draft.isCutting()) {
				this.calls.cut();
			}
			this.wakeAt = draft.wakeAt();
			if (!draft.isChanged()) {
				return;
			}
			switch (settle(news, draft)) {
				case Recording.Done done -> {
					return;
				}
				case Recording.Ordered ordered -> {
					draft.discard();
					this.holding = this.holding.heeding(ordered.orders());
				}
				case Recording.Lost gone -> {
					draft.discard();
					this.lost = true;
				}
			}
		}
	}

	private Draft draft(List<News> news) {
		Draft draft = apply(news);
		if (this.drainedBy != null) {
			return draft;
		}
		try {
			this.journey.advance(draft);
			return draft;
		}
		catch (RuntimeException ex) {
			log.error("The journey of objective {} broke", objective().id(), ex);
			return broken(news, draft);
		}
	}

	private Draft apply(List<News> news) {
		Draft draft = Draft.of(this.holding, this.model, this.clock.instant());
		for (News item : news) {
			if (item instanceof News.Ended ended) {
				draft.close(ended.attempt(), ended.end());
			}
		}
		return draft;
	}

	private Draft broken(List<News> news, Draft draft) {
		draft.discard();
		Draft last = apply(news);
		this.journey.breakDown(last);
		return last;
	}

	/**
	 * Records a draft and keeps it. One that the database will never take is a fault of
	 * ours: the objective fails and is not tried for ever.
	 */
	private Recording settle(List<News> news, Draft draft) {
		Draft recorded = draft;
		Recording recording;
		try {
			recording = record(recorded);
		}
		catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
				| InvalidDataAccessResourceUsageException ex) {
			log.error("Objective {} could not be recorded and fails", objective().id(), ex);
			recorded = broken(news, draft);
			recording = record(recorded);
		}
		if (recording instanceof Recording.Done) {
			keep(recorded);
		}
		return recording;
	}

	/**
	 * Records until the database answers: what was paid for is not given up because it is
	 * away for a while.
	 */
	private Recording record(Draft draft) {
		for (int round = 1;; round++) {
			try {
				return this.recorder.record(draft);
			}
			catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
					| InvalidDataAccessResourceUsageException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				log.warn("Objective {} could not be recorded, round {}: {}", draft.objective().id(), round,
						ex.getClass().getSimpleName());
				if (isDrained()) {
					throw ex;
				}
				pause(Math.min(100L << Math.min(round, 5), 2000));
			}
		}
	}

	private void keep(Draft draft) {
		this.holding = this.holding.with(draft);
		draft.starts().forEach(this.calls::start);
	}

	/**
	 * Waits for news, at most until something is due, and takes all there is.
	 */
	private List<News> listen() {
		List<News> news = new ArrayList<>();
		News first = poll();
		if (first != null) {
			news.add(first);
			this.inbox.drainTo(news);
		}
		news.forEach(this::hear);
		if (isDrained()) {
			this.calls.cut();
		}
		news.addAll(this.calls.giveUp());
		return news;
	}

	private void hear(News item) {
		switch (item) {
			case News.Ended ended -> this.calls.ended(ended.attempt());
			case News.Ordered ordered -> heed();
			case News.Drain drain -> log.debug("Letting go of objective {}", objective().id());
			case News.Lost gone -> this.lost = gone.epoch() > objective().epoch();
		}
	}

	/** If the database is away, the next look of the clockwork tells it again. */
	private void heed() {
		try {
			this.holding = this.holding.heeding(this.recorder.ordersAfter(objective().id(), objective().ordersSeen()));
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

	private @Nullable News poll() {
		Duration wait = Duration.between(this.clock.instant(), this.calls.isCut() ? soon() : nextLook());
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
