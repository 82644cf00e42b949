package dev.babyagi.dispatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link DurableFile}.
 */
class DurableFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/babyagi", "jdbc:h2:./data/babyagi", "jdbc:h2:async:./data/babyagi",
			"jdbc:h2:async:./data/babyagi;WRITE_DELAY=500", "jdbc:h2:async:./data/babyagi;WRITE_DELAY=0500" })
	void refusesAFileThatWritesLater(String url) {
		assertThatIllegalStateException().isThrownBy(() -> DurableFile.check(url))
			.withMessageContaining("WRITE_DELAY=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:async:./data/babyagi;WRITE_DELAY=0", "jdbc:h2:mem:test",
			"jdbc:postgresql://localhost/babyagi" })
	void takesWhatKeepsEachCommit(String url) {
		assertThatCode(() -> DurableFile.check(url)).doesNotThrowAnyException();
	}

	@Test
	void takesTheSettingInAnyCase() {
		assertThatCode(() -> DurableFile.check("jdbc:h2:async:./x;write_delay=0")).doesNotThrowAnyException();
	}

}
