package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonEscapes} and {@link StorableText}, as a document is read.
 */
class JsonEscapesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			C:\\Users\\data                      | C:\\Users\\data
			\\frac{1}{2} \\times \\beta           | \\frac{1}{2} \\times \\beta
			\\theta + \\rho \\right) \\text{if}   | \\theta + \\rho \\right) \\text{if}
			\\$5 \\alpha \\(x\\)                 | \\$5 \\alpha \\(x\\)
			x \\to 0, \\tan(x)                  | x \\to 0, \\tan(x)
			\\unknown \\u00e                    | \\unknown \\u00e
			""")
	void keepsTheBackslashOfWhatIsNoEscape(String written, String meant) {
		assertThat(read(written)).isEqualTo(meant);
	}

	@Test
	void decodesWhatIsAnEscape() {
		assertThat(read("a\\tb\\nc \\\"d\\\" \\/ \\u00e9 \\'e\\'")).isEqualTo("a\tb\nc \"d\" / é 'e'");
		assertThat(read("one\\nu and \\nabla")).isEqualTo("one\nu and \nabla");
		assertThat(read("now\\tan apple")).isEqualTo("now\tan apple");
	}

	@Test
	void takesNoCommandWhereAnotherBackslashIsDoubled() {
		assertThat(read("C:\\\\x and a\\text")).isEqualTo("C:\\x and a\text");
	}

	@Test
	void readsWhatEveryDatabaseStores() {
		assertThat(read("a\\u0000b \\ud83d\\ude00 \\ud83d!")).isEqualTo("ab \uD83D\uDE00 \uFFFD!");
		assertThat(StorableText.of("a\0b\uDC00 \uD83D\uDE00")).isEqualTo("ab\uFFFD \uD83D\uDE00");
		String plain = "Zürich 日本";
		assertThat(StorableText.of(plain)).isSameAs(plain);
	}

	private static String read(String text) {
		return LooseJson.read("{\"a\": \"" + text + "\"}", 0).orElseThrow().root().path("a").stringValue();
	}

}
