package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextCursorTests {

	private final TextCursor text = new TextCursor("minus  \uFF14２.5\u2212a");

	@Test
	void readsFullWidthSignsInTheirPlainForm() {
		assertThat(this.text.substring(0, 99)).isEqualTo("minus  42.5-a");
		assertThat(this.text.length()).isEqualTo(13);
	}

	@Test
	void hasLineBreaksBeyondItsEnds() {
		assertThat(this.text.at(-1)).isEqualTo('\n');
		assertThat(this.text.at(13)).isEqualTo('\n');
		assertThat(this.text.isWordPart(13)).isFalse();
	}

	@Test
	void walksOverDigitsAndSpaces() {
		assertThat(this.text.skipSpaces(5)).isEqualTo(7);
		assertThat(this.text.digitsEnd(7)).isEqualTo(9);
		assertThat(this.text.digitsEnd(5)).isEqualTo(5);
		assertThat(this.text.lastBefore(7)).isEqualTo(4);
		assertThat(this.text.lastBefore(0)).isEqualTo(-1);
	}

	@ParameterizedTest
	@CsvSource({ "minus 7,minus,5,true", "MINUS 7,minus,5,true", "a minus,minus,7,true", "terminus,minus,8,false",
			"us,minus,2,false", "是负7,负,2,true" })
	void tellsWhetherAWordEndsThere(String written, String word, int end, boolean ends) {
		assertThat(new TextCursor(written).endsWithWord(word, end)).isEqualTo(ends);
	}

}
