package dev.babyagi.objective;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Makes ids: UUIDv7 (RFC 9562, section 5.7), so that newer ids sort after older ones and
 * index pages fill from one end.
 */
@Component
public class IdGenerator {

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	IdGenerator(Clock clock) {
		this.clock = clock;
	}

	public UUID next() {
		long chance = this.random.nextLong();
		long high = (this.clock.millis() << 16) | 0x7000L | (chance & 0xFFFL);
		long low = (this.random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

}
