package dev.babyagi.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written by strangers stays within its own record of the log.
 */
@WebEdgeTest
@ExtendWith(OutputCaptureExtension.class)
class LogTests {

	private static final Logger logger = LoggerFactory.getLogger(LogTests.class);

	private static final String FORGED = "a\r\n2026-01-31T12:00:00.000Z ERROR forged\u001b[2J\u0085b\u2028c\u2029d\u0000e";

	@Test
	void keepsAMessageInOneRecord(CapturedOutput output) {
		logger.warn("Objective {}", FORGED);
		assertOneRecord(output);
	}

	@Test
	void keepsAnExceptionInOneRecord(CapturedOutput output) {
		logger.error("It failed", new IllegalStateException(FORGED));
		assertOneRecord(output);
		assertThat(output.getOut()).contains("    | \tat dev.babyagi.web.LogTests");
	}

	private static void assertOneRecord(CapturedOutput output) {
		String log = output.getOut();
		assertThat(
				log.lines().filter((line) -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*(Objective a|It failed|forged).*")))
			.hasSize(1);
		assertThat(log).contains("    | 2026-01-31T12:00:00.000Z ERROR forged?[2J?b?c?d?e")
			.doesNotContain("\r", "\u001b", "\u0085", "\u2028", "\u2029", "\u0000");
	}

}
