package dev.babyagi.journal.web;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.journal.live.StreamsStopped;
import dev.babyagi.journal.live.TooManyStreams;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of event streams to problems of the HTTP API.
 */
@Component
class EventProblems implements ProblemMapping {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	@Override
	public Optional<Problem> map(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case TooManyStreams ex -> Problem.of(ProblemType.RATE_LIMITED, ex.getMessage()).retryAfter(PAUSE);
			case StreamsStopped ex -> Problem.of(ProblemType.DRAINING, ex.getMessage()).retryAfter(PAUSE);
			default -> null;
		});
	}

}
