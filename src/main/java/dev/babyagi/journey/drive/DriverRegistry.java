package dev.babyagi.journey.drive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.WorkHandler;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.journey.stage.ObjectiveJourney;
import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.Fence;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Starts a driver for each objective that is handed to this replica, and sends messages
 * to the drivers at work.
 */
@Component
public class DriverRegistry implements WorkHandler {

	private static final Logger log = LoggerFactory.getLogger(DriverRegistry.class);

	private final Map<ObjectiveId, Driver> atWork = new ConcurrentHashMap<>();

	private final ObjectiveJourney journey;

	private final JourneyStore store;

	private final Objectives objectives;

	private final LanguageModel model;

	private final Clock clock;

	private final Duration drain;

	private final ApplicationEventPublisher events;

	private volatile boolean draining;

	DriverRegistry(ObjectiveJourney journey, JourneyStore store, Objectives objectives, LanguageModel model,
			Clock clock, JourneySettings settings, ApplicationEventPublisher events, MeterRegistry metrics) {
		this.journey = journey;
		this.store = store;
		this.objectives = objectives;
		this.model = model;
		this.clock = clock;
		this.drain = settings.drain();
		this.events = events;
		Gauge.builder("babyagi.objectives.at.work", this.atWork, Map::size)
			.description("Objectives this replica works on")
			.register(metrics);
	}

	@Override
	public WorkResult handle(UUID id) {
		if (this.draining) {
			return new WorkResult.Again(this.clock.instant());
		}
		ObjectiveId objectiveId = new ObjectiveId(id);
		Optional<OwnedState> owned = this.store.claim(objectiveId, this.clock.instant());
		if (owned.isEmpty()) {
			return WorkResult.DONE;
		}
		Driver driver = new Driver(owned.get(), this.journey, this.store, this.model, this.clock, this.drain);
		this.atWork.put(objectiveId, driver);
		try {
			return this.draining ? new WorkResult.Again(this.clock.instant()) : driver.drive();
		}
		finally {
			this.atWork.remove(objectiveId, driver);
		}
	}

	/** Whether a driver of this replica works on the objective. */
	public boolean isAtWork(ObjectiveId id) {
		return this.atWork.containsKey(id);
	}

	/**
	 * Tells the driver of an objective that there are new orders; does nothing if no
	 * driver of this replica works on it.
	 */
	public void tellOrders(ObjectiveId id) {
		Driver driver = this.atWork.get(id);
		if (driver != null) {
			driver.tell(DriverMessage.ORDERED);
		}
	}

	/**
	 * Reads the fences of all objectives at work here and tells their drivers of new
	 * orders and lost ownership.
	 */
	void lookAtOrders() {
		List<ObjectiveId> ids = List.copyOf(this.atWork.keySet());
		if (ids.isEmpty()) {
			return;
		}
		for (Fence fence : this.objectives.fences(ids)) {
			Driver driver = this.atWork.get(fence.id());
			if (driver != null && fence.epoch() > driver.objective().epoch()) {
				driver.tell(new DriverMessage.Lost(fence.epoch()));
			}
			else if (driver != null && fence.orders() > driver.objective().ordersSeen()) {
				driver.tell(DriverMessage.ORDERED);
			}
		}
	}

	/**
	 * Tells every driver to commit what it has and stop, accepts no new work, and
	 * publishes {@link DrainBegun}.
	 */
	void drain() {
		this.draining = true;
		log.info("This replica is stopping: {} objectives at work commit what they have"
				+ " and go on elsewhere, or at the next start", this.atWork.size());
		this.atWork.values().forEach((driver) -> driver.tell(DriverMessage.DRAIN));
		this.events.publishEvent(new DrainBegun());
	}

	/** Accepts new work again. */
	void resume() {
		this.draining = false;
	}

	public boolean isDraining() {
		return this.draining;
	}

	boolean isIdle() {
		return this.atWork.isEmpty();
	}

}
