package dev.babyagi.family;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlottedTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "What is 3 # 4?                              | what is <number> # <number>?",
					"Ship 1,200.50 kg to Oslo by 2026-11-30       | ship <number> kg to <name> by <number>",
					"Translate \"good morning\" for Anna Berg now | translate <quotation> for <name> now",
					"Say 'yes' to it, don't wait                 | say <quotation> to it, don't wait",
					"Which  is\tlarger, H2O or x4?               | which is larger, <name>2o or x4?",
					"把 12 加到 30                                | 把 <number> 加到 <number>" })
	void putsSlotsInThePlaceOfLiterals(String text, String slotted) {
		assertThat(SlottedText.of(text).slots()).isEqualTo(slotted);
	}

	@Test
	void isTheSameForObjectivesThatDifferInLiteralsAlone() {
		assertThat(SlottedText.of("How far is it from Oslo to Rome?").slots())
			.isEqualTo(SlottedText.of("How far is it from Bern to New York?").slots());
	}

	@Test
	void readsTheBeginningOfAVeryLongText() {
		assertThat(SlottedText.of("word ".repeat(5000)).slots().length()).isLessThanOrEqualTo(4000);
	}

}
