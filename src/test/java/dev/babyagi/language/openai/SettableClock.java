package dev.babyagi.language.openai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that tests move.
 */
final class SettableClock implements InstantSource {

	private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

	@Override
	public Instant instant() {
		return this.now;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
