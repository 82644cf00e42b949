package dev.babyagi.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SvgText}.
 */
class SvgTextTests {

	@Test
	void leavesOneLineWithoutWhatControlsIt() {
		assertThat(SvgText.line(" a\u0000b\n\tc\u202Ed\u2066e\u00ADf\uFEFFg\uD800h\uFFFEi\u2028j ", 80))
			.isEqualTo("a b cdefghi j");
		assertThat(SvgText.line("क्‍ष नमस्ते 👩‍👧 ﷽ e\u0301", 80)).isEqualTo("क्‍ष नमस्ते 👩‍👧 ﷽ e\u0301");
	}

	@Test
	void leavesAtMostFourMarksOnALetter() {
		assertThat(SvgText.line("a" + "\u0301".repeat(90) + "b", 80)).isEqualTo("a" + "\u0301".repeat(4) + "b");
	}

	@Test
	void endsALongLineWithAnEllipsis() {
		assertThat(SvgText.line("abcdef", 6)).isEqualTo("abcdef");
		assertThat(SvgText.line("abcdefg", 6)).isEqualTo("abcdef…");
		assertThat(SvgText.fit("abcdef", 3)).isEqualTo("abc…");
		assertThat(SvgText.fit("中文中文", 3)).isEqualTo("中…");
		assertThat(SvgText.fit("🙂🙂🙂", 2.2)).isEqualTo("🙂…");
	}

	@Test
	void partsALineAtASpaceWhereThatLeavesEnough() {
		assertThat(SvgText.wrap("one two three four", 6)).containsExactly("one two", "three four");
		assertThat(SvgText.wrap("abcdefghijklmnop", 4)).hasSize(2).first().asString().hasSizeBetween(5, 9);
	}

	@ParameterizedTest
	@CsvSource({ "t1, t1", "t2-1, t2_1", "'a\"b', a_b", "é, _" })
	void makesIdsSafe(String id, String safe) {
		assertThat(SvgText.id(id)).isEqualTo(safe);
	}

}
