package dev.babyagi.journey;

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
import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.Carrier;
import dev.babyagi.dispatch.Handover;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.Fence;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * The drivers at work on this replica.
 */
@Component
class Drivers implements Carrier {

	private static final Logger log = LoggerFactory.getLogger(Drivers.class);

	private final Map<ObjectiveId, Driver> atWork = new ConcurrentHashMap<>();

	private final ObjectiveJourney journey;

	private final Recorder recorder;

	private final Objectives objectives;

	private final LanguageModel model;

	private final Clock clock;

	private final Duration drain;

	private volatile boolean draining;

	Drivers(ObjectiveJourney journey, Recorder recorder, Objectives objectives, LanguageModel model, Clock clock,
			JourneySettings settings, MeterRegistry metrics) {
		this.journey = journey;
		this.recorder = recorder;
		this.objectives = objectives;
		this.model = model;
		this.clock = clock;
		this.drain = settings.drain();
		Gauge.builder("babyagi.objectives.at.work", this.atWork, Map::size)
			.description("Objectives this replica works on")
			.register(metrics);
	}

	@Override
	public Handover carry(UUID id) {
		if (this.draining) {
			return new Handover.Again(this.clock.instant());
		}
		ObjectiveId objectiveId = new ObjectiveId(id);
		Optional<Holding> holding = this.recorder.claim(objectiveId, this.clock.instant());
		if (holding.isEmpty()) {
			return Handover.DONE;
		}
		Driver driver = new Driver(holding.get(), this.journey, this.recorder, this.model, this.clock, this.drain);
		this.atWork.put(objectiveId, driver);
		try {
			return this.draining ? new Handover.Again(this.clock.instant()) : driver.drive();
		}
		finally {
			this.atWork.remove(objectiveId, driver);
		}
	}

	/** Whether it is at work on this replica. */
	boolean isAtWork(ObjectiveId id) {
		return this.atWork.containsKey(id);
	}

	/** Tells the driver of an objective, if it is at work here, that it has orders. */
	void tellOrders(ObjectiveId id) {
		Driver driver = this.atWork.get(id);
		if (driver != null) {
			driver.tell(News.ORDERED);
		}
	}

	/**
	 * Looks at the fences of all objectives at work here.
	 */
	void lookAtOrders() {
		List<ObjectiveId> ids = List.copyOf(this.atWork.keySet());
		if (ids.isEmpty()) {
			return;
		}
		for (Fence fence : this.objectives.fences(ids)) {
			Driver driver = this.atWork.get(fence.id());
			if (driver != null && fence.epoch() > driver.objective().epoch()) {
				driver.tell(new News.Lost(fence.epoch()));
			}
			else if (driver != null && fence.orders() > driver.objective().ordersSeen()) {
				driver.tell(News.ORDERED);
			}
		}
	}

	/**
	 * Asks every driver to record what it has and let go.
	 */
	void drain() {
		this.draining = true;
		log.info("Letting go of {} objectives", this.atWork.size());
		this.atWork.values().forEach((driver) -> driver.tell(News.DRAIN));
	}

	/** Takes new work again. */
	void resume() {
		this.draining = false;
	}

	boolean isDraining() {
		return this.draining;
	}

	boolean isIdle() {
		return this.atWork.isEmpty();
	}

}
