package dev.babyagi.journey.drive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.journey.work.PendingAttempt;
import dev.babyagi.objective.ObjectiveId;

/**
 * The attempts of one driver that are under way, each on a virtual thread of its own.
 * Every attempt ends: an exception fails it, and so does a thread that goes on for two
 * seconds after its interrupt.
 */
final class InFlightAttempts {

	private static final Logger log = LoggerFactory.getLogger(InFlightAttempts.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Map<Integer, Call> underWay = new HashMap<>();

	private final ObjectiveId objectiveId;

	private final Consumer<DriverMessage> listener;

	private final Clock clock;

	private @Nullable Instant cutAt;

	InFlightAttempts(ObjectiveId objectiveId, Consumer<DriverMessage> listener, Clock clock) {
		this.objectiveId = objectiveId;
		this.listener = listener;
		this.clock = clock;
	}

	void start(PendingAttempt start) {
		int number = start.attempt().number();
		Thread thread = Thread.ofVirtual()
			.name("attempt-" + number)
			.start(() -> this.listener.accept(new DriverMessage.Ended(number, end(start))));
		this.underWay.put(number, new Call(start, thread));
	}

	private AttemptEnd end(PendingAttempt start) {
		try {
			return start.work().get();
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.error("Attempt {} of objective {} fails with an unexpected exception", start.attempt().number(),
					this.objectiveId, ex);
			return AttemptEnd.failed(AttemptOutcome.WRONG, "An internal fault", null, start.attempt().reserved());
		}
	}

	/**
	 * Interrupts all attempts. Their ends arrive as messages, usually within
	 * milliseconds.
	 */
	void cut() {
		if (this.cutAt == null && !this.underWay.isEmpty()) {
			this.cutAt = this.clock.instant();
			this.underWay.values().forEach((call) -> call.thread().interrupt());
		}
	}

	void ended(int attempt) {
		this.underWay.remove(attempt);
		if (this.underWay.isEmpty()) {
			this.cutAt = null;
		}
	}

	/** Ends the attempts that have not stopped two seconds after their interrupt. */
	List<DriverMessage> giveUp() {
		if (this.cutAt == null || this.clock.instant().isBefore(this.cutAt.plus(PATIENCE))) {
			return List.of();
		}
		Set<Map.Entry<Integer, Call>> stubborn = Set.copyOf(this.underWay.entrySet());
		stubborn.forEach((entry) -> ended(entry.getKey()));
		return stubborn.stream()
			.<DriverMessage>map((entry) -> new DriverMessage.Ended(entry.getKey(), cut(entry.getValue())))
			.toList();
	}

	private static AttemptEnd cut(Call call) {
		return AttemptEnd.failed(AttemptOutcome.CUT, "The call was cut and did not end in time", null,
				call.start().attempt().reserved());
	}

	boolean isEmpty() {
		return this.underWay.isEmpty();
	}

	boolean isCut() {
		return this.cutAt != null;
	}

	private record Call(PendingAttempt start, Thread thread) {

	}

}
