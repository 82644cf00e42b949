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

/**
 * The attempts of one driver that are under way, each on a virtual thread of its own. An
 * attempt always ends: an exception is a failed attempt, and a thread that does not heed
 * its interrupt is given up.
 */
final class InFlightAttempts {

	private static final Logger log = LoggerFactory.getLogger(InFlightAttempts.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Map<Integer, Call> underWay = new HashMap<>();

	private final Consumer<DriverMessage> listener;

	private final Clock clock;

	private @Nullable Instant cutAt;

	InFlightAttempts(Consumer<DriverMessage> listener, Clock clock) {
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

	private static AttemptEnd end(PendingAttempt start) {
		try {
			return start.work().get();
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.error("Attempt {} broke", start.attempt().number(), ex);
			return AttemptEnd.failed(AttemptOutcome.WRONG, "An internal fault", null, start.attempt().reserved());
		}
	}

	/** Interrupts them; their ends come in as usual, in milliseconds. */
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

	/** Ends those that were cut and did not heed it. */
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
