package dev.babyagi.dispatch;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link DispatchPriority}.
 */
class DispatchPriorityTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void putsTheMoreUrgentFirstOfWhatCameTogether() {
		assertThat(DispatchPriority.of(6, NOW)).isGreaterThan(DispatchPriority.of(5, NOW));
	}

	@Test
	void putsFirstWhatCameFirstOfEqualUrgency() {
		assertThat(DispatchPriority.of(5, NOW)).isGreaterThan(DispatchPriority.of(5, NOW.plusSeconds(1)));
	}

	@Test
	void letsAMinuteOfWaitingMakeUpForAStep() {
		assertThat(DispatchPriority.of(5, NOW)).isEqualTo(DispatchPriority.of(6, NOW.plusSeconds(60)))
			.isGreaterThan(DispatchPriority.of(6, NOW.plusSeconds(61)))
			.isLessThan(DispatchPriority.of(6, NOW.plusSeconds(59)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2000-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-03-01T12:00:00Z",
			"2090-01-01T00:00:00Z" })
	void ranksNothingBeforeWhatIsFirst(Instant since) {
		assertThat(DispatchPriority.of(9, since)).isLessThan(DispatchPriority.FIRST);
	}

}
