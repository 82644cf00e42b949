package dev.babyagi.web;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a client is ready to wait.
 */
class WaitPreferenceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			wait=30                           | 30
			WAIT = 5                          | 5
			wait="7"                          | 7
			respond-async, wait=10            | 10
			return=minimal; a=b, wait=10; c=d | 10
			wait=61                           | 60
			wait=99999999999999999999         | 60
			wait=3, wait=4                    | 3
			""")
	void isReadFromTheHeader(String prefer, int seconds) {
		assertThat(WaitPreference.parse(prefer)).contains(new WaitPreference(Duration.ofSeconds(seconds)));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "wait", "wait=", "wait=0", "wait=-5", "wait=1.5", "wait=ten", "waiting=5", ",;=",
			"respond-async", "wait=\"" })
	void isNoneWhenItIsMalformed(@Nullable String prefer) {
		assertThat(WaitPreference.parse(prefer)).isEmpty();
	}

	@Test
	void saysWhatIsApplied() {
		assertThat(WaitPreference.parse("wait=100")).map(WaitPreference::applied).contains("wait=60");
	}

}
