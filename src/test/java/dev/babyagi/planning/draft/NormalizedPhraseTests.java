package dev.babyagi.planning.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NormalizedPhraseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Find Oslo                | find  oslo!
			Find Oslo.               | "Find Oslo"
			‘do it’…                 | Do it
			比较 奥斯陆，和罗马。    | 比较 奥斯陆和罗马
			Take 3, then 4           | take 3 then 4
			It is 3.5.               | it is 3.5
			""")
	void takesCaseSpaceAndPunctuationForNothing(String left, String right) {
		assertThat(NormalizedPhrase.same(left, right)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3.5            | 35
			at 10:30       | at 1030
			3 + 4          | 3 - 4
			3 * 4          | 3 / 4
			-7             | 7
			50%            | 50
			2^3            | 23
			the rapist     | therapist
			Oslo           | Rome
			""")
	void keepsWhatCalculatesAndWhatPartsNumbersAndWords(String left, String right) {
		assertThat(NormalizedPhrase.same(left, right)).isFalse();
	}

	@Test
	void squeezesRunsOfSpaceIntoOne() {
		assertThat(NormalizedPhrase.squeezed("\n A,\t b \u3000c ! ")).isEqualTo("a b c");
		assertThat(NormalizedPhrase.squeezed(" ?! ")).isEmpty();
	}

}
