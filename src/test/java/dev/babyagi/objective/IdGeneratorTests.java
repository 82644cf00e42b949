package dev.babyagi.objective;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdGeneratorTests {

	@Test
	void makesUuidsOfVersionSeven() {
		assertThat(Stream.generate(at(ObjectiveLives.NOW)::next).limit(500)).allSatisfy((id) -> {
			assertThat(id.version()).isEqualTo(7);
			assertThat(id.variant()).isEqualTo(2);
		});
	}

	@Test
	void writesTheMillisecondInFront() {
		UUID id = at(ObjectiveLives.NOW.plusMillis(7)).next();
		assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(ObjectiveLives.NOW.toEpochMilli() + 7);
	}

	@Test
	void sortsNewerIdsAfterOlderOnes() {
		List<UUID> ids = IntStream.range(0, 500)
			.mapToObj((millis) -> at(ObjectiveLives.NOW.plusMillis(millis)).next())
			.toList();
		assertThat(ids).isSorted().extracting(UUID::toString).isSorted();
	}

	@Test
	void sortsIdsOfTheNextCenturiesToo() {
		UUID now = at(ObjectiveLives.NOW).next();
		UUID then = at(Instant.parse("2900-01-01T00:00:00Z")).next();
		assertThat(then).isGreaterThan(now);
	}

	@Test
	void makesEachIdOnceWithinAMillisecond() {
		IdGenerator ids = at(ObjectiveLives.NOW);
		assertThat(Stream.generate(ids::next).limit(2000)).doesNotHaveDuplicates();
	}

	private static IdGenerator at(Instant now) {
		return new IdGenerator(Clock.fixed(now, ZoneOffset.UTC));
	}

}
