package dev.babyagi.execution;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutageBackoffTests {

	@ParameterizedTest
	@CsvSource({ "0, 5", "1, 10", "2, 20", "3, 40", "4, 60", "5, 60", "63, 60", "64, 60", "2147483647, 60" })
	void doublesTheWaitUpToAMinute(int rounds, long seconds) {
		assertThat(OutageBackoff.waitAfter(rounds)).isEqualTo(Duration.ofSeconds(seconds));
	}

}
