package dev.babyagi.language;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.Quantities;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

	@Test
	void leavesWhatFitsAsItIs() {
		assertThat(Excerpt.of("short", 2)).isEqualTo(new Excerpt("short", false));
	}

	@Test
	void countsUtf8BytesByThree() {
		assertThat(TokenEstimate.in("abc")).isEqualTo(1);
		assertThat(TokenEstimate.in("abcd")).isEqualTo(2);
		assertThat(TokenEstimate.in("中文")).isEqualTo(2);
		assertThat(TokenEstimate.in("😀😀😀")).isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 40, 60, 99 })
	void neverCutsInsideANumber(int tokens) {
		String text = "Population 123,456,789.25 and then -98765.4321 people. ".repeat(20);
		Excerpt excerpt = Excerpt.of(text, tokens);
		assertThat(excerpt.cut()).isTrue();
		assertThat(TokenEstimate.in(excerpt.text())).isLessThanOrEqualTo(tokens);
		String kept = excerpt.text().substring(0, excerpt.text().lastIndexOf("[cut")).stripTrailing();
		assertThat(text).startsWith(kept);
		assertThat(Quantities.in(kept).found())
			.allSatisfy((quantity) -> assertThat(quantity.value().toPlainString()).isIn("123456789.25", "-98765.4321"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 24, 25, 26, 27, 28, 29, 30, 40, 50 })
	void neverCutsACharacterInTwo(int tokens) {
		String text = "中文😀".repeat(100);
		String kept = Excerpt.of(text, tokens).text();
		assertThat(kept.codePoints().noneMatch((point) -> point >= 0xD800 && point <= 0xDFFF)).isTrue();
		assertThat(TokenEstimate.in(kept)).isLessThanOrEqualTo(tokens);
	}

	@ParameterizedTest
	@ValueSource(ints = { 30, 40, 50, 75, 100, 200 })
	void keepsWholeElementsOfAList(int tokens) {
		String list = "[" + "{\"city\":\"Oslo\",\"people\":709037},".repeat(200) + "{\"city\":\"Rome\"}]";
		String kept = Excerpt.of(list, tokens).text();
		assertThat(TokenEstimate.in(kept)).isLessThanOrEqualTo(tokens);
		assertThat(kept).contains("a JSON list of 201 elements");
		if (kept.startsWith("[{")) {
			assertThat(ExactJson.document(kept.lines().findFirst().orElseThrow())).isPresent();
		}
		assertThat(kept).doesNotContainPattern("70903\\b");
	}

	@Test
	void keepsTheBeginningOfANestedDocument() {
		String document = "{\"name\":\"cities\",\"items\":[" + "1234567,".repeat(500) + "7]}";
		String kept = Excerpt.of(document, 100).text();
		assertThat(kept).startsWith("{\"name\":\"cities\",\"items\":[1234567,1234567");
		assertThat(ExactJson.document(kept.lines().findFirst().orElseThrow())).isPresent();
	}

	@Test
	void neverCutsInsideADocumentAmongProse() {
		String json = "{\"a\":[" + "\"a ] } text\",".repeat(60) + "1]}";
		String kept = Excerpt.of("Here [as asked is what I found: " + json + " and more prose".repeat(100), 60).text();
		assertThat(kept).startsWith("Here [as asked is what I found:").doesNotContain("{");
	}

	@Test
	void leavesOutADocumentOfWhichNothingFits() {
		assertThat(Excerpt.of("[\"" + "x".repeat(5000) + "\"]", 40).text())
			.isEqualTo("[left out: a JSON list of 1 elements, too long to show]");
	}

	@Test
	void sharesRoomEvenlyAmongWhatIsLarge() {
		assertThat(TokenShares.of(List.of(10, 1000, 500, 20), 630)).containsExactly(10, 300, 300, 20);
		assertThat(TokenShares.of(List.of(10, 20), 630)).containsExactly(10, 20);
		assertThat(TokenShares.of(List.of(10, 20), -5)).containsExactly(0, 0);
	}

	@Test
	void putsATextOnOneLine() {
		assertThat(OneLine.of(" a\r\n\tb\u0000c\u2028d ")).isEqualTo("a b c d");
		assertThat(OneLine.of("a longer text", 8)).isEqualTo("a longe…");
		assertThat(OneLine.of("12345😀789", 7)).isEqualTo("12345…");
	}

	@Test
	void leavesAShortTextWhole() {
		assertThat(Excerpt.ends("short", 10)).isEqualTo("short");
	}

	@Test
	void keepsHeadAndTailAndSaysWhatIsMissing() {
		String text = "begin " + "middle ".repeat(1_000) + "end";
		assertThat(Excerpt.ends(text, 20)).startsWith("begin middle")
			.endsWith("middle end")
			.contains("characters left out]");
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void neverPartsANumberAtEitherEnd(int tokens) {
		String cut = Excerpt.ends("1234567 ".repeat(200), tokens);
		assertThat(cut.replaceAll("\\[[0-9]+ characters left out\\]", "").replace("1234567", "").strip()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "字", "\uD83D\uDE00", "x" })
	void cutsATextWithoutSpacesBetweenItsCharacters(String character) {
		String cut = Excerpt.ends(character.repeat(10_000), 100);
		assertThat(TokenEstimate.in(cut)).isBetween(90, 120);
		assertThat(cut.replace("\uD83D\uDE00", "")).doesNotContain("\uD83D", "\uDE00");
	}

}
