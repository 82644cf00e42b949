package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineTests {

	@Test
	void writesRunsOfBreaksSpacesAndControlsAsOneSpace() {
		assertThat(OneLine.of("\n a \r\n\t b\u0000c\u2028d ")).isEqualTo("a b c d");
		assertThat(OneLine.of(" \n ")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "abcdef,6,abcdef", "abcdefg,6,abcde…", "a\uD83D\uDE00bcd,4,a\uD83D\uDE00…", "ab\uD83D\uDE00cd,4,ab…" })
	void cutsWithAnEllipsisNeverWithinACharacter(String text, int maxChars, String line) {
		assertThat(OneLine.of(text, maxChars)).isEqualTo(line);
	}

}
